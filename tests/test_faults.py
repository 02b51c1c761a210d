"""The ways to break the book still break it: what they change is there. Whether a check sees it, `make faults` tells."""
import shutil
import subprocess

import pytest

from book import ROOT, faults
from tests.several import none_of


@pytest.mark.kept("*", ".ci/*", ".github/**/*", "book/**/*", "docs/**/*", "snippets/**/*", "tests/**/*", "theme/**/*")
def test_every_fault_can_still_be_made(tmp_path):
    book, found = faults.copy(tmp_path / "book", kept=()), []

    def git(*arguments):
        return subprocess.run(["git", "-c", "user.name=book", "-c", "user.email=book@localhost", *arguments], cwd=book, text=True, capture_output=True, check=True).stdout

    def mended():
        """What a fault has changed, put back."""
        changed = [line[3:] for line in git("status", "--porcelain", "-z", "--untracked-files=all").split("\0") if line]
        for file in changed:
            (book / file).unlink(missing_ok=True)
            if (ROOT / file).exists():
                shutil.copy2(ROOT / file, book / file)
        return changed

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "whole")
    for name, (edit, *_) in faults.FAULTS.items():
        wrong = ""
        try:
            edit(book)
        except (AssertionError, OSError) as gone:
            wrong = str(gone)
        if not mended() and not wrong:
            wrong = "changes nothing; mend book/faults.py"
        if wrong:
            found.append(f"{name}: {wrong}")
    none_of(found)
