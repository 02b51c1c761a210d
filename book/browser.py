"""Whichever Chromium is there. `python -m book.browser` fails where none starts."""
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def installed() -> str | None:
    """The one on the PATH; without one, Playwright starts its own."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def launch(playwright):
    return playwright.chromium.launch(executable_path=installed(), args=QUIET)


def identity() -> list:
    """What changes when another browser is installed."""
    return [[path, Path(path).stat().st_mtime_ns] for path in (installed(), firefox()) if path]


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error:
            sys.exit("No Chromium starts here")
