"""Whichever Chromium is there. `python -m book.browser` fails where none starts."""
import shutil
import sys

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def launch(playwright):
    """The one on the PATH, or else the one that Playwright has installed."""
    return playwright.chromium.launch(executable_path=next(filter(None, map(shutil.which, NAMES)), None), args=QUIET)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except Error:
            sys.exit("No Chromium starts here")
