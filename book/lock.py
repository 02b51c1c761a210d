"""Seals requirements.txt: a last line says what it was made of, so that an edit by hand is seen before the next set-up.

`python -m book.lock` writes the seal (`make lock`); `broken()` says what no longer fits.
"""
import hashlib
import re
from pathlib import Path

from book import ROOT

CHOSEN, LOCKED = ROOT / "requirements.in", ROOT / "requirements.txt"
SEAL = "# sealed by make lock: {} chosen, {} locked\n"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def wishes(text: str) -> str:
    """requirements.in without its comments and gaps, which change nothing."""
    return "\n".join(line for line in (re.sub(r"\s*#.*", "", line).strip() for line in text.splitlines()) if line)


def seal(chosen: str, locked: str) -> str:
    return SEAL.format(digest(wishes(chosen)), digest(locked))


def broken(chosen: Path = CHOSEN, locked: Path = LOCKED) -> str | None:
    body, mark, said = locked.read_text().rpartition("# sealed by")
    wanted = seal(chosen.read_text(), body)
    if not mark:
        return f"{locked.name} has no seal; run make lock"
    if (mark + said).split()[5] != wanted.split()[5]:
        return f"{chosen.name} has changed since {locked.name} was made of it; run make lock"
    if mark + said != wanted:
        return f"{locked.name} was edited by hand; change {chosen.name} and run make lock"


if __name__ == "__main__":
    text = re.sub(r"(?m)^# sealed by.*\n", "", LOCKED.read_text())
    LOCKED.write_text(text + seal(CHOSEN.read_text(), text))
