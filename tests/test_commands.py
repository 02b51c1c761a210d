"""Every command that README and CONTRIBUTING tell a reader to type, typed in a small copy of the book: two pages, all machinery."""
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from book import ROOT, faults, lock

ONE_TEST = "-n 0 tests/test_language.py -k test_every_page_has_its_twin"
COMMANDS = {
    "make serve": "serving", "mkdocs serve": "serving",
    "make test": {"ONLY": ONE_TEST}, "pytest": {"PYTEST_ADDOPTS": ONE_TEST},
    "make build": {}, "mkdocs build --strict": {}, "make record": {}, "make here": {}, "make bench": {"ONLY": ONE_TEST},
    "make faults": {"ONLY": "stale-output"}, "make zip": {}, "make pdf": {}, 'pytest --codeblocks -o norecursedirs= -o pythonpath="site/en site/en/recipes" site/en': "after make build", "make clean": {}, "make lock": "offline", "make backends": "two more environments", "make old-keras": "downloads", "make versions": "downloads",
    "python -m book.stepper.fence snippets/build/lazy.py": {}, "python -m book.here.play build config/key": {}, "source .venv/bin/activate": {},
}
PAGE = """---
description: A page of a small book, which has all of the machinery and none of the other pages.
---

# {title} {{ #{folder} }}

{words}

```python
--8<-- "{folder}/{listing}.py"
```

```output
--8<-- "{folder}/{listing}.out"
```
"""
PAGES = {
    ("ko", "index"): PAGE.format(title="책", folder="index", listing="versions", words="[`build()`](build.md) 페이지가 있습니다."),
    ("en", "index"): PAGE.format(title="A book", folder="index", listing="versions", words="There is a page on [`build()`](build.md)."),
    ("ko", "build"): PAGE.format(title="빌드", folder="build", listing="lazy", words="층을 한 번 빌드합니다."),
    ("en", "build"): PAGE.format(title="Build", folder="build", listing="lazy", words="A layer is built once."),
}
pytestmark = pytest.mark.kept(
    "book/**/*", "tests/**/*", "theme/**/*", "mkdocs*.yml", "Makefile", "README.md", "CONTRIBUTING.md", "requirements*", "pytest.ini", ".ci/*",
    ".github/**/*", "docs/*/glossary.md", "snippets/build/lazy.*", "snippets/index/versions.*",
    "snippets/testing/contract.*", "snippets/inspect/inspect_layer.*", "snippets/bench/bench_layer.*")


def typed():
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text()
        for fence in re.findall(r"(?ms)^```sh\n(.*?)^```", text):
            yield from (line.split("#")[0].strip() for line in fence.splitlines() if line.strip())
        yield from re.findall(r"`(make [a-z]+|mkdocs [a-z-]+|pytest|python -m [^`]+)`", text)


LINES = sorted(set(typed()))
INSTALLED = ("packages", "public names")  # what is kept of the environment, which a copy shares; to list it anew takes longer than a small book


@pytest.fixture
def small(tmp_path):
    book = faults.copy(tmp_path / "book", kept=INSTALLED, left_out={"docs", "snippets"})
    for (lang, page), text in PAGES.items():
        (book / "docs" / lang).mkdir(parents=True, exist_ok=True)
        (book / "docs" / lang / f"{page}.md").write_text(text)
    for listing in ("build/lazy.*", "index/versions.*", "testing/contract.*", "inspect/inspect_layer.*", "bench/bench_layer.*"):
        for file in (ROOT / "snippets").glob(listing):
            (book / "snippets" / file.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, book / "snippets" / file.parent.name)
    for lang in ("ko", "en"):  # every page tells what a term means, from this one's table
        glossary = (ROOT / f"docs/{lang}/glossary.md").read_text().splitlines()
        begins = next(number for number, line in enumerate(glossary) if line.startswith("|"))
        kept = "\n".join([*glossary[:begins + 4], ""])
        (book / "docs" / lang / "glossary.md").write_text(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", kept))
    for folder in ("here", "recipes"):
        (book / "snippets" / folder).mkdir()
    (book / "snippets/here/holds.txt").write_text("build/lazy  same\n")
    menu = (book / "mkdocs.yml").read_text()
    (book / "mkdocs.yml").write_text(re.sub(r"(?ms)^nav:.*?\n\n", "nav:\n  - 배우기: [index.md, build.md, glossary.md]\n\n", menu))
    return book


def shell(line, book, **environment):
    return subprocess.Popen(
        ["bash", "-c", f". .venv/bin/activate && {line}"], cwd=book, env={**os.environ, **environment},
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def says(line, book, **environment):
    process = shell(line, book, **environment)
    said = process.communicate(timeout=300)[0]
    return process.returncode, said


def fetch(url, wanted, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if wanted in urllib.request.urlopen(url, timeout=5).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"{url} did not show “{wanted}” within {seconds} s")


def free_port():
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return free.getsockname()[1]


def test_every_typed_line_is_known():
    assert set(LINES) == set(COMMANDS), f"typed and never run, or run and never typed: {set(LINES) ^ set(COMMANDS)}"


@pytest.mark.parametrize("line", [line for line in LINES if isinstance(COMMANDS.get(line), dict) and line != "make clean"])
def test_a_typed_line_works(line, small):
    code, said = says(line, small, **COMMANDS[line])
    assert code == 0, f"{line}\n{said}"
    noise = re.findall(r".*(?:oneDNN|cuda|MkDocs 2\.0|Material for MkDocs|DeprecationWarning|Traceback).*", said, re.I)
    assert not noise, f"{line} says {noise[0]}"


@pytest.mark.parametrize("line", [line for line in LINES if COMMANDS.get(line) == "after make build"])
def test_a_typed_line_works_on_the_site(line, small):
    code, said = says(f"make build && {line}", small)
    assert code == 0 and re.search(r"\b2 passed", said), said


def test_a_named_source_is_led_to_from_every_page(small):
    code, said = says("make build", small, REPO_URL="https://github.com/kim/layers")
    assert code == 0, said
    for page, file, notebook in (("en/build/", "docs/en/build.md", "en/build/build.ipynb"), ("", "docs/ko/index.md", "index.ipynb")):
        text = (small / "site" / page / "index.html").read_text()
        for link in (f"blob/main/{file}", f"edit/main/{file}"):
            assert f'href="https://github.com/kim/layers/{link}"' in text
        assert f'href="https://colab.research.google.com/github/kim/layers/blob/notebooks/{notebook}"' in text and (small / "site" / notebook).exists()


def test_make_clean_leaves_what_git_has(small):
    code, said = says("make build clean", small)
    assert code == 0, said
    assert not (small / "site").exists() and not (small / ".venv").exists() and (small / "docs").exists()
    assert (ROOT / ".venv/bin/python").exists()


@pytest.mark.parametrize("line", [line for line in LINES if COMMANDS.get(line) == "serving"])
def test_serving_shows_both_books_and_an_edit_in_either(line, small):
    port = free_port()
    server = shell(line, small, DEV_ADDR=f"localhost:{port}")
    try:
        for lang, folder in (("ko", ""), ("en", "en/")):
            url = f"http://localhost:{port}/{folder}build/"
            fetch(url, f'<html lang="{lang}"')
            fetch(url, f'href="http://localhost:{port}/{"en/" if lang == "ko" else ""}build/"')  # to its twin, on this server
            page = small / "docs" / lang / "build.md"
            page.write_text(page.read_text() + f"\n{line} {lang}.\n")
            fetch(url, f"{line} {lang}.", 20)
        (small / "snippets/build/lazy.out").write_text("printed anew\n")
        for folder in ("", "en/"):  # a page that is kept while others change is rendered anew with its listing
            fetch(f"http://localhost:{port}/{folder}build/", "printed anew", 20)
        page.write_text(page.read_text().replace("# Build {", "# Built once {"))
        fetch(f"http://localhost:{port}/en/", "Built once", 20)  # in the menu of a page that did not change
        (small / "theme/partials/copyright.html").write_text("At the foot of each page.")
        fetch(f"http://localhost:{port}/", "At the foot of each page.", 20)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


@pytest.fixture
def card(small):
    """The pages whose words stand on a card of Recipes, in each language."""
    menu = small / "mkdocs.yml"
    menu.write_text(menu.read_text().replace("glossary.md]\n", "glossary.md]\n  - 레시피:\n      - recipes.md\n      - 블록: [one.md]\n"))
    (small / "snippets/one").mkdir()
    (small / "snippets/one/learns.out").write_text("[1, 2, 3]\n")
    for lang in ("ko", "en"):
        (small / "docs" / lang / "recipes.md").write_text("---\ndescription: All recipes.\n---\n\n# Recipes { #recipes }\n\n```recipes\n```\n")
        (small / "docs" / lang / "one.md").write_text("---\nmenu: One\ndescription: What one is.\n---\n\n# One { #one }\n\n```drawn learns\nIt grows.\n```\n")
    return [small / f"docs/{lang}/one.md" for lang in ("ko", "en")]


def test_a_card_tells_what_its_page_says_today(small, card):
    def built():
        code, said = says("mkdocs build --strict", small)
        assert code == 0, said
        return [(small / "site" / folder / "recipes/index.html").read_text() for folder in ("", "en")]

    rendered = [small / f".cache/rendered/{lang}-True" for lang in ("ko", "en")]
    assert all("What one is." in index for index in built()) and all(file.exists() for file in rendered)
    for page in card:
        page.write_text(page.read_text().replace("What one is.", "What one became."))
    assert all("What one became." in index for index in built())
    port = free_port()
    server = shell("mkdocs serve", small, DEV_ADDR=f"localhost:{port}")
    try:
        for page, folder in zip(card, ("", "en/")):
            fetch(f"http://localhost:{port}/{folder}recipes/", "What one became.")
            page.write_text(page.read_text().replace("What one became.", "What one is now."))
            fetch(f"http://localhost:{port}/{folder}recipes/", "What one is now.", 20)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def test_a_page_from_an_earlier_build_is_what_would_be_built_today(small):
    def built():
        code, said = says("mkdocs build", small)
        assert code == 0, said
        return said, {path: path.read_bytes() for path in (small / "site").rglob("*.*") if path.suffix in (".html", ".md", ".ipynb", ".txt", ".json")}

    rendered = small / ".cache/rendered/ko-True"
    assert says("mkdocs build -q", small)[0] == 0 and not rendered.exists()  # it would not hear a warning
    _, first = built()
    written = rendered.stat().st_mtime_ns
    assert built()[1] == first and rendered.stat().st_mtime_ns == written
    rendered.write_bytes(rendered.read_bytes()[:-9])  # cut off by a full disk
    assert built()[1] == first and rendered.stat().st_mtime_ns > written
    page, made_of = small / "site/build/index.html", {
        "snippets/build/lazy.out": "printed anew", "docs/ko/build.md": "한 문장 더 있습니다.", "theme/partials/copyright.html": "At the foot.",
        "docs/ko/glossary.md": None, "book/stepper/fence.py": None, "mkdocs.yml": None}
    for file, words in made_of.items():
        path, written = small / file, rendered.stat().st_mtime_ns
        path.write_text(path.read_text() + (f"\n{words}\n" if words else "\n\n"))
        built()
        assert rendered.stat().st_mtime_ns > written, file
        assert not words or words in page.read_text(), file
    page = small / "docs/ko/build.md"
    building = shell("mkdocs build", small)
    while "Building documentation" not in building.stdout.readline():
        pass
    page.write_text(page.read_text() + "\n쓰는 동안 바뀐 문장입니다.\n")
    building.communicate(timeout=120)
    built()
    assert "쓰는 동안 바뀐 문장입니다." in (small / "site/build/index.html").read_text()
    page.write_text(page.read_text() + "\n[x](nowhere.md)\n")
    for _ in range(2):
        assert "docs/ko/build.md:" in built()[0], "a page from before warns no more"
    assert says("mkdocs build --strict", small)[0] != 0


def test_a_port_in_use_is_named_with_a_way_out(small):
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = says("make serve", small, DEV_ADDR=f"localhost:{port}")
    assert code and f"port {port} is in use" in said and "DEV_ADDR" in said and "Traceback" not in said, said


def test_two_builds_at_once_do_not_write_into_each_other(small):
    builds = [shell("make build", small) for _ in range(2)]
    said = [build.communicate(timeout=120)[0] for build in builds]
    codes = sorted(build.returncode != 0 for build in builds)
    assert codes == [False, True], said
    assert any("another build is writing" in each for each in said), said
    assert (small / "site/en/build/index.html").exists()


HOSTILE = {
    "PYTEST_ADDOPTS": "--co", "KERAS_BACKEND": "jax", "PYTHONWARNINGS": "error", "PYTHONHASHSEED": "7", "COLUMNS": "31", "LC_ALL": "C",
    "TZ": "Asia/Seoul", "MPLBACKEND": "nonsense",
}


def test_what_a_reader_has_set_changes_nothing(small, tmp_path):
    (tmp_path / "home/.keras").mkdir(parents=True)
    (tmp_path / "home/.keras/keras.json").write_text('{"floatx": "float16", "image_data_format": "channels_first", "backend": "jax", "epsilon": 0.1}')
    (tmp_path / "path").mkdir()
    (tmp_path / "path/keras.py").write_text("raise SystemExit('the keras of PYTHONPATH')\n")
    hostile = {**HOSTILE, "HOME": str(tmp_path / "home"), "KERAS_HOME": str(tmp_path / "home/.keras"), "PYTHONPATH": str(tmp_path / "path"), "MPLCONFIGDIR": "/nowhere"}
    record = (small / "snippets/build/lazy.out").read_text()
    for kind in INSTALLED:
        shutil.rmtree(small / ".cache" / kind, ignore_errors=True)  # a reader begins without
    code, said = says("make record", small, **hostile)
    assert code == 0 and "5 listings" in said and " 0 not recorded" in said, said
    assert (small / "snippets/build/lazy.out").read_text() == record
    code, said = says("make test", small, ONLY="-n 0 tests/test_listings.py tests/test_contract.py tests/test_language.py -k 'test_a_listing_prints_its_record or TrainsByDefault or every_page_has'", **hostile)
    assert code == 0 and re.search(r"[4-9] passed", said), said
    code, said = says("make build", small, **hostile)
    assert code == 0 and "versions" in (small / "site/index.html").read_text(), said


def test_a_chromium_that_is_gone_is_named(small, tmp_path):
    without = ":".join(folder for folder in os.environ["PATH"].split(":") if not any(os.path.exists(f"{folder}/{name}") for name in ("chromium", "chrome", "google-chrome")))
    (tmp_path / "bin").mkdir()
    for tool in ("bash", "env", "git", "ls", "rm", "sed", "uname"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    code, said = says("python -m pytest -q tests/test_browser.py -k palette_follows", small, PATH=f"{tmp_path / 'bin'}:{without}", PLAYWRIGHT_BROWSERS_PATH="/nowhere")
    assert code and "No Chromium starts here" in said, said


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_another_python_is_told_what_to_do(version, small, tmp_path):
    fake = tmp_path / "python"
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    shutil.rmtree(small / ".venv")
    said = subprocess.run(["make", "build", f"PYTHON={fake}"], cwd=small, text=True, capture_output=True)
    assert said.returncode and "3.11, 3.12 and 3.13" in said.stdout and "make PYTHON=" in said.stdout, said.stdout


def test_a_second_make_sets_nothing_up():
    said = subprocess.run(["make", "--dry-run", "test"], cwd=ROOT, text=True, capture_output=True).stdout
    assert "pip" not in said, said


def test_workflows_pass_their_linter():
    found = subprocess.run([ROOT / ".venv/bin/zizmor", "--offline", "--quiet", ".github"], cwd=ROOT, text=True, capture_output=True)
    assert found.returncode == 0, found.stdout


def test_requirements_are_locked_as_chosen():
    assert not (problem := lock.broken()), problem
    unproven = re.findall(r"(?m)^([a-z0-9_.-]+==\S+)(?=\s)(?! .*\\\n    --hash=sha256:[0-9a-f]{64})", lock.LOCKED.read_text())
    assert not unproven, f"requirements.txt has no hash for {unproven}"


@pytest.mark.parametrize("change, says", [
    (lambda chosen, locked: chosen.write_text(chosen.read_text() + "flask\n"), "requirements.in has changed"),
    (lambda chosen, locked: locked.write_text("flask==3.0.0\n" + locked.read_text()), "was edited by hand"),
    (lambda chosen, locked: locked.write_text(re.sub("sha256:.", "sha256:0", locked.read_text(), count=3)), "was edited by hand"),
    (lambda chosen, locked: locked.write_text(locked.read_text().rpartition("# sealed")[0]), "has no seal"),
    (lambda chosen, locked: chosen.write_text(chosen.read_text() + "# a comment\n\n"), None),
])
def test_an_unlocked_requirement_is_seen(change, says, tmp_path):
    chosen, locked = (shutil.copy(path, tmp_path / path.name) for path in (lock.CHOSEN, lock.LOCKED))
    change(chosen, locked)
    assert (says or "None") in str(lock.broken(chosen, locked))
