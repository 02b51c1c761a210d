"""What the build puts into the site: the button's mark on each listing that holds in the page, and the page's files in here/."""
import shutil
from pathlib import Path

from book.here import FOLDER
from book.here.pack import packed


def furnish(site: Path) -> None:
    """here/, with the pack and what runs in the page."""
    shutil.copytree(packed(), site / "here", dirs_exist_ok=True)
    for file in (FOLDER / "page").iterdir():
        shutil.copy(file, site / "here")
