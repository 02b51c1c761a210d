"""Where the time of the proof goes, part by part, against its limits; on a copy of the book that starts with nothing kept.

The parts are the files of tests, by the seconds that both workers spent in them. Two more figures say what isolation
costs: one process for all listings without isolation, and one interpreter per listing.
"""
import collections
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml
from pathlib import Path

from book import BESIDE, ROOT, environment
from book.faults import copy
from book.listings import LISTINGS
from book.player import run_all

COLD, WARM, EDITED = 480, 45, 60  # seconds, for 700 listings and 90 pages
TOGETHER = """
import sys, types
import tensorflow, keras
for path in sys.argv[1:]:
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    sys.path[0] = path.rpartition("/")[0]
    try:
        exec(compile(open(path).read(), path, "exec"), module.__dict__)
    except Exception:
        pass
"""
SAMPLE = LISTINGS[::max(1, len(LISTINGS) // 24)]  # one interpreter for each of all would take an hour


def seconds(play):
    begun = time.perf_counter()
    play()
    return time.perf_counter() - begun


def interpreter(*arguments):
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([sys.executable, *arguments], cwd=home, env=environment.clean(home, PYTHONPATH=os.pathsep.join(map(str, BESIDE))), capture_output=True)


def isolated():
    for future in run_all(SAMPLE).values():
        future.result()


def proof(book: Path, only) -> tuple[float, dict[str, float]]:
    """The seconds of one `make test`, and those of each part."""
    report = book / ".cache/proof.xml"
    begun = time.perf_counter()
    ran = subprocess.run(["make", "test", f"ONLY={' '.join(only)} --junitxml={report}"], cwd=book, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    took = time.perf_counter() - begun
    if ran.returncode:
        sys.exit(f"The proof fails, so its time means nothing\n{ran.stdout[-3000:]}")
    parts = collections.Counter()
    for case in xml.parse(report).iter("testcase"):
        parts[case.get("classname").rpartition(".")[2]] += float(case.get("time"))
    return took, parts


def main(only) -> int:
    paths = list(map(str, SAMPLE))
    ours = seconds(isolated)
    together = seconds(lambda: interpreter("-c", TOGETHER, *paths))
    apart = seconds(lambda: [interpreter(path) for path in paths])
    print(f"{len(paths)} of {len(LISTINGS)} listings, evenly chosen\n"
          f"{ours:8.1f} s  each in its own process, as make test plays them\n"
          f"{together:8.1f} s  one process, one after another: we take {ours / together:.2f} × as long (at most 1.5)\n"
          f"{apart:8.1f} s  one interpreter per listing: we are {apart / ours:.1f} × as fast (at least 8)\n", flush=True)
    slow = []
    with tempfile.TemporaryDirectory() as folder:
        book = copy(Path(folder, "book"), kept=())
        for what, limit, before in (("with nothing kept", COLD, None), ("again", WARM, None), ("with one listing edited", EDITED, edit_listing), ("with one page edited", EDITED, edit_page)):
            if before:
                before(book)
            took, parts = proof(book, only)
            print(f"make test {what}: {took:.0f} s (at most {limit}), two workers")
            for part, spent in parts.most_common():
                if spent >= 1:
                    print(f"{spent:8.1f} s  {part}")
            print(flush=True)
            slow += [f"{what}: {took:.0f} s, the limit is {limit}"] if took > limit else []
    print("\n".join(slow) or "within all limits")
    return bool(slow)


def edited() -> Path:
    """A listing of the middle that no step and no shape was recorded of."""
    return next(each for each in LISTINGS[len(LISTINGS) // 2:] if not [*each.parent.glob(f"{each.stem}.*.json")])


def edit_listing(book: Path) -> None:
    """What a writer does between two proofs: a line more in a program."""
    listing = book / edited().relative_to(ROOT)
    listing.write_text(listing.read_text() + "\nassert True\n")


def edit_page(book: Path) -> None:
    """Or a line more in its page, in both languages."""
    for page in book.glob(f"docs/*/{edited().parent.name}.md"):
        page.write_text(page.read_text() + f"\n`{edited().stem}`\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
