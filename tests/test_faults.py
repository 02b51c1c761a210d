"""The ways to break the book still break it: what they change is there. Whether a check sees it, `make faults` tells."""
import subprocess

import pytest

from book import faults
from tests.several import none_of


@pytest.mark.kept("*", ".ci/*", ".github/**/*", "book/**/*", "docs/**/*", "snippets/**/*", "tests/**/*", "theme/**/*")
def test_every_fault_can_still_be_made(tmp_path):
    book, found = faults.copy(tmp_path / "book", kept=False), []

    def git(*arguments):
        return subprocess.run(["git", "-c", "user.name=book", "-c", "user.email=book@localhost", *arguments], cwd=book, text=True, capture_output=True, check=True).stdout

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "whole")
    for name, (edit, *_) in faults.FAULTS.items():
        try:
            edit(book)
        except (AssertionError, OSError) as gone:
            found.append(f"{name}: {gone}")
        else:
            if not git("status", "--porcelain"):
                found.append(f"{name}: changes nothing; mend book/faults.py")
        git("checkout", "--quiet", ".")
        git("clean", "--force", "-d", "--quiet")
    none_of(found)
