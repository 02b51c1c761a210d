"""The whole book in one file to save: its pages open from a folder, find by search, and ask no server for anything.

`python -m book.offline` (`make zip`) writes dist/keras-layers.zip. A book without directory addresses (MkDocs' own setting) is one to be
opened as files: what depends on that asks `use_directory_urls`.
"""
import sys
import zipfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from book import ROOT

FOLDER, NAME = ROOT / ".cache/offline", "keras-layers"
ZIP = ROOT / f"dist/{NAME}.zip"


def built(folder: Path) -> Path:
    build(load_config(str(ROOT / "mkdocs.yml"), strict=True, use_directory_urls=False, site_dir=str(folder)))
    return folder


def packed(folder: Path, target: Path) -> int:
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in (".map", ".gz"))
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for file in files:
            whole.write(file, f"{NAME}/{file.relative_to(folder)}")
    return len(files)


def main() -> None:
    count = packed(built(FOLDER), ZIP)
    print(f"{ZIP.relative_to(ROOT)}: {count} files, {ZIP.stat().st_size / 2**20:.1f} MiB; unzip it and open {NAME}/index.html")


if __name__ == "__main__":
    sys.exit(main())
