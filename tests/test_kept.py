"""A test is taken from before while all that it names is the same, and it may look at nothing else."""
from types import SimpleNamespace

import pytest

from tests import conftest

PAGES = {"a/index.html": "a", "b/index.html": "b", "assets/look.css": "c", "assets/engine.pack": "d", "search/index.json": "e"}


@pytest.fixture
def kept_of(tmp_path, monkeypatch):
    """Where it is kept that a test has passed which names the pages of `globs`, on a site whose `changed` file is another."""
    def key(changed=None, globs=("a/*",), needs=("site",), text="changed", wrong=""):
        folder = tmp_path / f"{changed}-{text}".replace("/", "-")
        for file, content in PAGES.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text if file == changed else content)
        monkeypatch.setattr(conftest, "built", lambda config: (folder, wrong))
        item = SimpleNamespace(config=None, fixturenames=needs, nodeid="tests/test_x.py::test_y", path=conftest.ROOT / "tests/test_kept.py",
                               get_closest_marker=lambda name: SimpleNamespace(args=(), kwargs={"site": globs} if globs else {}))
        return conftest.passed_before(item), item, folder
    return key


@pytest.mark.parametrize("file, again", [("a/index.html", True), ("b/index.html", False), ("search/index.json", False), ("assets/look.css", True), ("assets/engine.pack", True)])
def test_a_test_is_done_again_when_a_page_that_it_names_or_what_moves_it_is_another(file, again, kept_of):
    assert (kept_of(file)[0] != kept_of()[0]) == again


def test_a_page_that_comes_or_goes_is_a_change(kept_of):
    named, _, folder = kept_of()
    (folder / "a/more.html").write_text("")
    conftest.shown.cache_clear()
    assert kept_of()[0] != named
    (folder / "a/more.html").unlink()
    conftest.shown.cache_clear()
    assert kept_of()[0] == named


def test_another_browser_is_a_change(kept_of, monkeypatch):
    here = kept_of()[0], kept_of(globs=None, needs=())[0]
    monkeypatch.setattr(conftest.browser, "identity", lambda: ["another"])
    conftest.looked.cache_clear()
    assert not {kept_of()[0], kept_of(globs=None, needs=())[0]} & set(here)


def test_what_needs_the_site_and_names_no_page_or_has_no_site_is_done(kept_of):
    assert kept_of(globs=None)[0] is None and kept_of(wrong="the strict build fails")[0] is None


@pytest.mark.parametrize("asked, lacking", [("a/index.html", []), ("b/index.html", ["b/index.html"]), ("assets/look.css", []), ("nowhere.html", []), ("search/index.json", ["search/index.json"])])
def test_what_is_opened_and_not_named_is_found(asked, lacking, kept_of, monkeypatch):
    _, item, folder = kept_of()
    monkeypatch.setattr(conftest.Host, "asked", {folder / asked})
    assert [str(path.relative_to(folder)) for path in conftest.unnamed(item)] == lacking
    assert not conftest.Host.asked
