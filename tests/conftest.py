import collections
import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from _pytest.reports import TestReport
from playwright.sync_api import Error, sync_playwright

from book import ROOT, browser, environment, kept
from book.impact import Host, key, looked, marked, named, unnamed
from book.pages import FOLDERS
from tests.several import none_of

HOME = tempfile.TemporaryDirectory(prefix="book-home-")
MINE = {name: os.environ[name] for name in ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_TESTRUNUID", "PYTEST_CURRENT_TEST") if name in os.environ}
CLEAN = environment.clean(HOME.name, **MINE)
os.environ.clear()
os.environ.update(CLEAN)  # keras, too, reads its settings from here


def pytest_configure(config):
    config.addinivalue_line("markers", "first: takes long, and others wait for it")
    config.addinivalue_line("markers", "kept(*globs, site=globs, programs=globs): passes as before while these files of the book, the test's own and what they import, "
                            "these files of the built site, what only_programs leaves of these and all that makes its pages look and act so are the same")


# Order: what takes longest and waits for nothing, then the listings, then a build that lets the other worker build the site, then what needs it.
FIRST = ("test_labs.py", "test_contract.py", "test_record.py", "test_fence.py", "test_player.py", "test_listings.py", "test_offline.py")
LAST = ("test_language.py", "test_site.py", "test_browser.py", "test_errors.py", "test_commands.py")


def pytest_collection_modifyitems(items):
    def place(item):
        file = item.path.name
        return (
            not item.get_closest_marker("first"), "site" in item.fixturenames,
            FIRST.index(file) if file in FIRST else len(FIRST), LAST.index(file) if file in LAST else -1)
    items.sort(key=place)


@functools.cache
def built(config) -> tuple[Path, str]:
    """The folder that the strict build writes, once for all workers, and why it fails."""
    shared = config._tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder, told = shared / "site", shared / "built"
    with kept.alone("site-of-tests"):
        if not told.exists():
            build = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder], cwd=ROOT, text=True, capture_output=True)
            said = [line for line in build.stderr.splitlines() if "INFO" not in line and line.strip()]
            warned = [line for line in said if line.startswith(("WARNING", "ERROR"))] or said[-1:]
            told.write_text("\n".join(warned) if build.returncode else "")
    return folder, told.read_text()


def passed_before(item):
    """Where it is kept that this test has passed, if it says what it depends on."""
    marker = item.get_closest_marker("kept")
    if not marker or "site" in item.fixturenames and not marker.kwargs:
        return None
    of_site = []
    if marker.kwargs:
        folder, wrong = built(item.config)
        if wrong:
            return None
        of_site = [looked(folder), *(part for file in named(marker, folder) for part in file)]
    return kept.CACHE / "tests" / key(item.path, marker.args, item.nodeid, *of_site)


def names_before(file: Path, globs) -> Path:
    """Where it is kept how the tests of a file are called, so that it needs no import, and no TensorFlow, if they have all passed."""
    return kept.CACHE / "tests" / f"of-{key(file, globs, str(file))}"


class Before(pytest.Item):
    fixturenames = ()

    def runtest(self):
        pytest.fail("It is no more kept that this has passed: type the command again")


class ModuleBefore(pytest.File):
    def collect(self):
        for name in self.names:
            yield Before.from_parent(self, name=name)


def pytest_pycollect_makemodule(module_path, parent):
    globs = marked(module_path)
    if globs is None or not (names := kept.read(names_before(module_path, globs))):
        return None
    module = ModuleBefore.from_parent(parent, path=module_path)
    module.add_marker(pytest.mark.kept(*globs))
    module.names = json.loads(names)
    return module if all(kept.read(passed_before(item)) == item.nodeid for item in module.collect()) else None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    if isinstance(collector, pytest.Module) and report.passed and (globs := marked(collector.path)) is not None:
        if all(isinstance(item, pytest.Item) for item in report.result):
            kept.write(names_before(collector.path, globs), json.dumps([item.name for item in report.result]))
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    file = passed_before(item)
    if file and kept.read(file) == item.nodeid:
        kept.COUNTED["tests that name what they depend on", "before"] += 1
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        for when in ("setup", "call", "teardown"):
            item.ihook.pytest_runtest_logreport(report=TestReport(item.nodeid, item.location, {}, "passed", None, when))
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        item.session._setupstate.teardown_exact(nextitem)
        return True


PASSED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.stash[PASSED] = item.stash.get(PASSED, True) and report.outcome == "passed"
    if call.when == "teardown" and item.stash[PASSED] and (file := passed_before(item)):
        kept.COUNTED["tests that name what they depend on", "now"] += 1
        kept.write(file, item.nodeid)
    return report


TOTAL = collections.Counter()


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["counted"] = [[*key, count] for key, count in kept.COUNTED.items()]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    for kind, when, count in getattr(node, "workeroutput", {}).get("counted", []):
        TOTAL[kind, when] += count


def pytest_terminal_summary(terminalreporter):
    total = TOTAL + kept.COUNTED
    for kind in sorted({kind for kind, _ in total}):
        terminalreporter.write_line(f"{kind}: {total[kind, 'now']} done now, {total[kind, 'before']} taken from before")


@pytest.fixture(scope="session")
def site(pytestconfig):
    """The folder that the strict build writes."""
    folder, wrong = built(pytestconfig)
    if wrong:
        try:
            folder.with_name("told").touch(exist_ok=False)
        except FileExistsError:
            pytest.fail("needs the site, and the strict build fails, as another test says", pytrace=False)
        pytest.fail(f"the strict build fails:\n{wrong}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def look(site):
    return looked(site)


@pytest.fixture(autouse=True)
def looks_at_what_it_names(request):
    yield
    asked, marker = Host.asked.copy(), request.node.get_closest_marker("kept")
    Host.asked.clear()
    if asked and marker:
        folder = built(request.config)[0]
        none_of(f"{request.node.nodeid} opens {path.relative_to(folder)}, which its mark kept(…) does not name" for path in sorted(unnamed(asked, marker, folder)))


@pytest.fixture(scope="session")
def address(site):
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Host, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        try:
            chromium = browser.launch(playwright)
        except Error as error:
            pytest.fail(f"No Chromium starts here; make test installs one (make .venv/browser): {error.message.splitlines()[0]}", pytrace=False)
        yield chromium
        chromium.close()


class Search:
    """The search box of a book, opened once: what it finds for a query, best first."""
    LISTEN = """window.Worker = class extends Worker {
        constructor(...how) {
            super(...how)
            this.addEventListener("message", ({ data }) => { if (data.type === 3) { window.found = data.data; window.answer?.() } })
        }
    }"""  # 3 is Material's word for a result
    TYPE = """async queries => {
        const field = document.querySelector(".md-search__input"), answers = []
        for (const query of queries) {
            await new Promise((done, failed) => {
                window.answer = done
                setTimeout(() => failed(new Error(`nothing comes for ${query}`)), 30_000)
                field.value = query
                field.dispatchEvent(new Event("keyup"))  // Material listens for a key; an inserted Hangul syllable sends none
            })
            answers.push(found.items.map(parts => parts.map(part => part.location)))
        }
        return answers
    }"""

    def __init__(self, chromium, address, folder):
        self.folder = folder
        self.page = chromium.new_page()
        self.page.add_init_script(self.LISTEN)
        self.page.goto(address + folder, wait_until="load")
        self.page.locator(".md-search__input").click()
        self.page.add_style_tag(content=".md-search__output { display: none }")  # what is found comes from the worker; nobody looks at the list
        self.page.wait_for_function("window.found")  # for the empty field, when the index is there
        self.known = {}

    def __call__(self, queries):
        """{query: [[a page, its sections …], …]}, as links."""
        new = [query for query in dict.fromkeys(queries) if query not in self.known]  # the same words again are no new search
        answers = self.page.evaluate(self.TYPE, new)
        self.known |= {query: [[f"/{self.folder}{link}" for link in links] for links in answer] for query, answer in zip(new, answers)}
        return self.known


@pytest.fixture(scope="session")
def search(chromium, address):
    """search("ko", queries): what the Korean book's search finds for each, page by page."""
    opened = functools.cache(lambda lang: Search(chromium, address, FOLDERS[lang]))
    return lambda lang, queries: opened(lang)(queries)
