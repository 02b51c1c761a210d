"""When a page last changed: itself or what it includes, by the history of the book; a copy without its history knows nothing."""
import functools
import subprocess

from book import ROOT
from book.exports.markdown import INCLUDE


@functools.cache
def days() -> dict[str, str]:
    """The day of each file's last commit."""
    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=ROOT, text=True, capture_output=True, check=True).stdout

    try:
        whole, top = git("rev-parse", "--is-shallow-repository", "--show-prefix").split("\n")[:2]
        if (whole, top) != ("false", ""):  # of a shallow clone, each file is as old as its one commit
            return {}
        log = git("log", "--format=%x00%cs", "--name-only", "--", "docs", "snippets")
    except (OSError, subprocess.CalledProcessError):
        return {}
    found = {}
    for commit in log.split("\0")[1:]:
        day, *files = filter(None, commit.split("\n"))
        for file in files:
            found.setdefault(file, day)
    return found


def day(page: str, source: str) -> str:
    """The last of a page, by its path from the top of the book; empty if nobody knows."""
    known = days()
    return max(known.get(file, "") for file in [page, *(f"snippets/{name}" for name in INCLUDE.findall(source))]) if page in known else ""
