import functools
import http.server
import subprocess
import sys
import threading

import pytest
from playwright.sync_api import sync_playwright

from book import browser, promises
from book.listings import ROOT, run_all


@pytest.fixture(scope="module")
def played(request):
    """The (record, error, broken promises) of each listing that a chosen test of the module asks for, played side by side."""
    asked = [item for item in request.session.items if item.module is request.module and "played" in item.fixturenames]
    return run_all(sorted({item.callspec.params["listing"] for item in asked}), promises.broken)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder that the strict build writes."""
    folder = tmp_path_factory.mktemp("site") / "site"
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder], cwd=ROOT, text=True, capture_output=True)
    assert built.returncode == 0, "\n".join(line for line in built.stderr.splitlines() if "INFO" not in line)
    return folder


@pytest.fixture(scope="session")
def address(site):
    handler = functools.partial(type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}), directory=site)
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        yield chromium
        chromium.close()
