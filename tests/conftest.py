import functools
import http.server
import shutil
import subprocess
import sys
import threading

import pytest
from playwright.sync_api import sync_playwright

from tests import promises
from tests.listings import LISTINGS, ROOT, run_all


@pytest.fixture(scope="session")
def played():
    """Every listing's (record, error, broken promises), played side by side."""
    return run_all(LISTINGS, promises.broken)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder that the strict build writes."""
    folder = tmp_path_factory.mktemp("site") / "site"
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder], cwd=ROOT, text=True, capture_output=True)
    assert built.returncode == 0, built.stderr
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
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[
            "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"])
        yield browser
        browser.close()
