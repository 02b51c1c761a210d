"""Every command that README and CONTRIBUTING tell a reader to type, typed in a copy of the book."""
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from book import faults
from book.listings import ROOT

ONE_TEST = {"PYTEST_ADDOPTS": "-k test_every_page_has_its_twin"}  # make test, from within make test
COMMANDS = {
    "make serve": "serving", "mkdocs serve": "serving",
    "make test": ONE_TEST, "pytest": ONE_TEST,
    "make build": {}, "mkdocs build --strict": {}, "make record": {}, "make here": {}, "make bench": {},
    "make faults": {"ONLY": "stale-output"}, "make clean": {}, "make lock": "offline", "make backends": "two more environments", "python -m book.stepper.fence snippets/build/lazy.py": {}, "python -m book.here.play build config/key": {}, "source .venv/bin/activate": {},
}


def typed():
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text()
        for fence in re.findall(r"(?ms)^```sh\n(.*?)^```", text):
            yield from (line.split("#")[0].strip() for line in fence.splitlines() if line.strip())
        yield from re.findall(r"`(make [a-z]+|mkdocs [a-z-]+|pytest|python -m [^`]+)`", text)


LINES = sorted(set(typed()))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A copy with the listings of two pages; test_listings plays them all."""
    folder = faults.copy(tmp_path_factory.mktemp("small") / "book")
    for listings in (folder / "snippets").iterdir():
        if listings.name not in ("build", "index"):
            shutil.rmtree(listings)
    return folder


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = faults.copy(tmp_path_factory.mktemp("copy") / "book")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # make faults asks git what to copy
    return folder


def shell(line, copy, **environment):
    return subprocess.Popen(
        ["bash", "-c", f". .venv/bin/activate && {line}"], cwd=copy, env={**os.environ, **environment},
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def fetch(url, wanted, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if wanted in urllib.request.urlopen(url, timeout=5).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{url} did not show “{wanted}” within {seconds} s")


def test_every_typed_line_is_known():
    assert set(LINES) == set(COMMANDS), f"typed and never run, or run and never typed: {set(LINES) ^ set(COMMANDS)}"


@pytest.mark.parametrize("line", [line for line in LINES if isinstance(COMMANDS.get(line), dict) and line != "make clean"])
def test_a_typed_line_works(line, copy, small):
    process = shell(line, small if line in ("make record", "make bench") else copy, **COMMANDS[line])
    said = process.communicate(timeout=600)[0]
    assert process.returncode == 0, f"{line}\n{said}"
    noise = re.findall(r".*(?:oneDNN|cuda|MkDocs 2\.0|Material for MkDocs|DeprecationWarning|Traceback).*", said, re.I)
    assert not noise, f"{line} says {noise[0]}"


def test_make_clean_leaves_what_git_has(tmp_path):
    copy = faults.copy(tmp_path / "book")
    process = shell("make build clean", copy)
    assert process.wait(timeout=240) == 0
    assert not (copy / "site").exists() and not (copy / ".venv").exists() and (copy / "docs").exists()
    assert (ROOT / ".venv/bin/python").exists()


@pytest.mark.parametrize("line", [line for line in LINES if COMMANDS.get(line) == "serving"])
def test_serving_shows_both_books_and_an_edit_in_either(line, copy):
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    server = shell(line, copy, DEV_ADDR=f"localhost:{port}")
    try:
        for lang, folder in (("ko", ""), ("en", "en/")):
            url = f"http://localhost:{port}/{folder}build/"
            fetch(url, f'<html lang="{lang}"')
            fetch(url, f'href="http://localhost:{port}/{"en/" if lang == "ko" else ""}build/"')  # to its twin, on this server
            page = copy / "docs" / lang / "build.md"
            page.write_text(page.read_text() + f"\n{line} {lang}.\n")
            fetch(url, f"{line} {lang}.", 20)
        output = next((copy / "snippets/build").glob("*.out"))
        output.write_text("printed anew\n")
        for folder in ("", "en/"):  # a page that is kept while others change is rendered anew with its listing
            fetch(f"http://localhost:{port}/{folder}build/", "printed anew", 20)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def test_a_second_make_sets_nothing_up():
    said = subprocess.run(["make", "--dry-run", "test"], cwd=ROOT, text=True, capture_output=True).stdout
    assert "pip" not in said, said


def test_workflows_pass_their_linter():
    found = subprocess.run([ROOT / ".venv/bin/zizmor", "--offline", "--quiet", ".github"], cwd=ROOT, text=True, capture_output=True)
    assert found.returncode == 0, found.stdout


def test_make_lock_would_resolve_what_is_chosen():
    chosen = {re.split(r"[<>=~! #]", line)[0] for line in (ROOT / "requirements.in").read_text().splitlines() if re.match("[a-z]", line)}
    locked = dict(re.findall(r"(?m)^([a-z0-9_-]+)==(\S+)", (ROOT / "requirements.txt").read_text()))
    assert chosen <= set(locked), f"make lock: requirements.txt lacks {chosen - set(locked)}"
    unproven = [package for package in locked if not re.search(rf"(?m)^{package}==.*\\\n    --hash=", (ROOT / "requirements.txt").read_text())]
    assert not unproven, f"requirements.txt has no hash for {unproven}"
