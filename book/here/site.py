"""What the build puts into the site: a mark on each listing that holds in the page, and the page's files in assets/here/."""
import shutil
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from book import SNIPPETS
from book.here import FOLDER
from book.here.pack import packed
from book.listings import beside
from book.quick import painted

HOLDING = SNIPPETS / "here/holds.txt"
MARKS = {}  # attributes of a block, by its source
log = get_plugin_logger("here")


def holding() -> dict[str, str]:
    """{listing: how it compares}, of those that hold."""
    lines = [line.split() for line in HOLDING.read_text().splitlines() if "  " in line]
    return {name: how for name, how, *rest in lines if not rest and how in ("same", "numbers", "names")}


def runnable() -> dict[str, str]:
    """{source: attributes} of what gets a button: what holds, and an exercise whose solution does."""
    found = {}
    for name in holding():
        listing = SNIPPETS / f"{name}.py"
        if not listing.exists():  # until the next make record
            continue
        needs = " ".join(file.name for file in beside(listing))
        found[listing.read_text().strip("\n")] = f'data-here="{name}"' + (f' data-beside="{needs}"' if needs else "")
        exercise = listing.with_stem(f"fails_{listing.stem}")
        if exercise.exists() and listing.with_suffix(".out").read_text() == "passed\n":
            found[exercise.read_text().strip("\n")] = f'data-here="{listing.parent.name}/{exercise.stem}" data-exercise'
    return found


def ready(config):
    """At the start of a build of both books. Without the pack, no listing is marked, and one line says so."""
    if config.theme["language"] == "ko":
        MARKS.clear()
        MARKS.update(runnable() if packed() else {})
        if not MARKS:
            log.info("No Run buttons: make here fetches what they need")


def marked(source, language, css_class, options, md, **more):
    html = painted(source, language, css_class, options, md, **more)
    mark = MARKS.get(source.strip("\n")) if language == "python" else None
    return html.replace("<div ", f"<div {mark} ", 1) if mark else html


def furnish(site: Path) -> None:
    """assets/here/, with the pack and what runs in the page."""
    for folder in (packed(), FOLDER / "page"):
        shutil.copytree(folder, site / "assets/here", dirs_exist_ok=True)


def furnished(config):
    if MARKS and config.theme["language"] == "ko":
        furnish(Path(config.site_dir))
