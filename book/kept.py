"""What was found out before, kept under a key of everything that it depends on.

A kept text is believed only if it is whole: its own hash stands beside it. A second process that wants the same text
waits for the first. `.cache` may be deleted at any time; CI starts without it.

jupyter-cache and pytest's own cache leave out of their keys what is installed.
"""
import collections
import contextlib
import fcntl
import functools
import hashlib
import json
import os
import sys
import sysconfig
from pathlib import Path

from book import ROOT

CACHE = ROOT / ".cache"
COUNTED = collections.Counter()  # (kind, now or before) of this process, for who wants to say so


def digest(*made_of) -> str:
    """One key for texts, bytes, files (by what they hold) and anything that is JSON."""
    whole = hashlib.sha256()
    for part in made_of:
        part = part.read_bytes() if isinstance(part, Path) else part if isinstance(part, bytes) else json.dumps(part).encode()
        whole.update(b"%d:" % len(part) + part)
    return whole.hexdigest()


@functools.cache
def machine() -> str:
    """Python and all that is installed beside it."""
    return digest(sys.version, sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info")))


def read(file: Path) -> str | None:
    try:
        said, _, text = file.read_text().partition("\n")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return text if said == hashlib.sha256(text.encode()).hexdigest() else None


def write(file: Path, text: str) -> None:
    """At once, so that a killed run leaves nothing that is half a text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = file.with_name(f".{file.name}.{os.getpid()}")
    whole.write_text(hashlib.sha256(text.encode()).hexdigest() + "\n" + text)
    whole.rename(file)


@contextlib.contextmanager
def alone(name: str):
    """One process at a time; the lock goes with the process that holds it."""
    (CACHE / "locks").mkdir(parents=True, exist_ok=True)
    with open(CACHE / "locks" / name, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def place(kind: str, name: str, made_of) -> Path:
    return CACHE / kind / f"{name.replace('/', '-')}-{digest(machine(), kind, *made_of)[:24]}"


def kept(kind: str, name: str, made_of, make) -> str:
    """The text that `make()` gives, or gave before for the same content on the same machine."""
    return kept_together(kind, {name: made_of}, lambda names: {name: make()})[name]


def kept_together(kind: str, made_of: dict[str, list], make) -> dict[str, str]:
    """The same for texts that are best made in one go: `make(names)` gives those that are not kept."""
    files = {name: place(kind, name, parts) for name, parts in made_of.items()}
    found = {name: read(file) for name, file in files.items()}
    if lost := [name for name in files if found[name] is None]:
        with alone(digest([str(files[name]) for name in lost])[:24]):
            found |= {name: read(files[name]) for name in lost}
            lost = [name for name in lost if found[name] is None]
            found |= make(lost) if lost else {}
            for name in lost:
                write(files[name], found[name])
    COUNTED[kind, "now"] += len(lost)
    COUNTED[kind, "before"] += len(files) - len(lost)
    return found
