"""A test is taken from before while all that it names is the same, and it may look at nothing else."""
import functools
import http.server
import re
import subprocess
import sys
import threading
import urllib.request
from types import SimpleNamespace

import pytest

from book import faults, impact
from tests import conftest

PAGE = "<title>A</title><article><p>Prose.</p><div class='highlight' data-here='a/one'>print(1)</div></article>"
PAGES = {"a/index.html": PAGE, "b/index.html": "b", "assets/look.css": "c", "assets/engine.pack": "d", "search/index.json": "e"}


@pytest.fixture
def kept_of(tmp_path, monkeypatch):
    """Where it is kept that a test has passed which names the pages of `globs`, on a site whose `changed` file is another."""
    def key(changed=None, globs=("a/*",), needs=("site",), text="changed", wrong="", named="site"):
        folder = tmp_path / f"{changed}-{text}".replace("/", "-")
        for file, content in PAGES.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text if file == changed else content)
        monkeypatch.setattr(conftest, "built", lambda config: (folder, wrong))
        item = SimpleNamespace(config=None, fixturenames=needs, nodeid="tests/test_x.py::test_y", path=conftest.ROOT / "tests/test_kept.py",
                               get_closest_marker=lambda name: SimpleNamespace(args=(), kwargs={named: globs} if globs else {}))
        return conftest.passed_before(item), item, folder
    return key


@pytest.mark.parametrize("file, again", [("a/index.html", True), ("b/index.html", False), ("search/index.json", False), ("assets/look.css", True), ("assets/engine.pack", True)])
def test_a_test_is_done_again_when_a_page_that_it_names_or_what_moves_it_is_another(file, again, kept_of):
    assert (kept_of(file)[0] != kept_of()[0]) == again


def test_a_page_that_comes_or_goes_is_a_change(kept_of):
    named, _, folder = kept_of()
    (folder / "a/more.html").write_text("")
    impact.shown.cache_clear()
    assert kept_of()[0] != named
    (folder / "a/more.html").unlink()
    impact.shown.cache_clear()
    assert kept_of()[0] == named


def test_another_browser_is_a_change(kept_of, monkeypatch):
    here = kept_of()[0], kept_of(globs=None, needs=())[0]
    monkeypatch.setattr(impact.browser, "identity", lambda: ["another"])
    impact.looked.cache_clear()
    assert not {kept_of()[0], kept_of(globs=None, needs=())[0]} & set(here)


def test_what_needs_the_site_and_names_no_page_or_has_no_site_is_done(kept_of):
    assert kept_of(globs=None)[0] is None and kept_of(wrong="the strict build fails")[0] is None


@pytest.mark.parametrize("text, again", [
    (PAGE.replace("Prose.", "Other words, <code>and code</code>."), False), (PAGE.replace("print(1)", "print(2)"), True),
    (PAGE.replace("a/one", "a/other"), True), (PAGE.replace("A<", "B<"), True), (PAGE.replace("</article>", "<div class='highlight'>1</div></article>"), True)])
def test_who_only_runs_programs_does_not_look_at_prose(text, again, kept_of):
    assert (kept_of("a/index.html", text=text, named="programs")[0] != kept_of(named="programs")[0]) == again
    assert kept_of("a/index.html", text=text)[0] != kept_of()[0]


@pytest.mark.parametrize("asked, programs, lacking", [
    ("a/index.html", False, []), ("b/index.html", False, ["b/index.html"]), ("a/index.html", True, ["a/index.html"]),
    ("assets/look.css", False, []), ("nowhere.html", False, []), ("search/index.json", False, ["search/index.json"])])
def test_what_is_opened_and_not_named_is_found(asked, programs, lacking, kept_of):
    _, item, folder = kept_of()
    found = impact.unnamed({(folder / asked, programs)}, item.get_closest_marker("kept"), folder)
    assert [str(path.relative_to(folder)) for path in found] == lacking


@pytest.mark.parametrize("behind, wanted", [("", PAGE), ("?programs", PAGE.replace("<p>Prose.</p>", "").replace("'", '"'))])
def test_the_host_tells_what_was_asked_of_it(behind, wanted, kept_of, monkeypatch):
    _, _, folder = kept_of()
    monkeypatch.setattr(impact.Host, "asked", set())
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(impact.Host, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        said = urllib.request.urlopen(f"http://localhost:{server.server_port}/a/{behind}").read().decode()
        server.shutdown()
    assert said == wanted and impact.Host.asked == {(folder / "a/index.html", bool(behind))}


def test_what_a_test_imports_is_part_of_what_it_depends_on():
    assert {conftest.ROOT / "book/__init__.py", conftest.ROOT / "book/impact.py", conftest.ROOT / "tests/conftest.py"} <= impact.imported(conftest.ROOT / "tests/test_kept.py")


TINY = """import pathlib
import pytest

pytestmark = pytest.mark.kept("README.md")
print("imported", file=open(pathlib.Path(__file__).with_suffix(".log"), "a"))


@pytest.mark.parametrize("value", ["a b", "[c]"])
def test_one(value):
    assert value != "{wrong}"


def test_other():
    pass
"""


@pytest.mark.kept("pytest.ini")
def test_a_file_whose_tests_have_all_passed_is_not_even_imported(tmp_path):
    book = faults.copy(tmp_path / "book", kept=())
    tiny = book / "tests/test_tiny.py"

    def imports(*arguments):
        ran = subprocess.run([sys.executable, "-m", "pytest", "-q", "-n0", *arguments], cwd=book, text=True, capture_output=True)
        log = tiny.with_suffix(".log")
        times = log.read_text().count("imported") if log.exists() else 0
        log.unlink(missing_ok=True)
        return times, re.sub(r" in .*s", "", ran.stdout.splitlines()[-1])

    tiny.write_text(TINY.format(wrong="[c]"))
    assert [imports("tests/test_tiny.py") for _ in range(2)] == [(1, "1 failed, 2 passed")] * 2
    tiny.write_text(TINY.format(wrong="none"))
    assert imports(f"{tiny}::test_other") == (1, "1 passed"), "of the file's other tests nothing is known"
    assert [imports("tests/test_tiny.py") for _ in range(2)] == [(1, "3 passed"), (0, "3 passed")]
    assert imports("tests/test_tiny.py", "-k", "other") == (0, "1 passed, 2 deselected")
    assert imports("tests/test_tiny.py::test_one[a b]") == (0, "1 passed")
    (book / "README.md").write_text("another\n")
    assert imports("tests/test_tiny.py") == (1, "3 passed")
