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


def launch(playwright):
    return playwright.chromium.launch(executable_path=installed(), args=QUIET)


def identity() -> list:
    """What changes when another Chromium is installed."""
    return [installed(), *(Path(installed()).stat().st_mtime_ns,)] if installed() else []


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error:
            sys.exit("No Chromium starts here")
