"""The listings: what each prints today, and the record of it that stands beside it.

`python -m book.listings` (`make record`) plays every listing, or those named, and writes their records. What a listing
printed is kept until something that it depends on changes; the comparison with the record is never kept.
"""
import difflib
import functools
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book import ROOT, SNIPPETS, environment, kept, promises
from book.player import Outcome, run, trace
from book.shapes import record as shapes

EVERY = sorted(SNIPPETS.glob("*/*.py"))  # not the wrong answers, a folder deeper
ELSEWHERE = {"torch": "torch", "jax": "jax", "flax": "jax"}  # the environment that has what a program imports, if it isn't the book's own
AWAY = {listing: ELSEWHERE[found[1]] for listing in EVERY if (found := re.search(rf"(?m)^(?:import|from) ({'|'.join(ELSEWHERE)})\b", listing.read_text()))}
LISTINGS = [listing for listing in EVERY if listing not in AWAY]
CONTRACT = SNIPPETS / "testing/contract.py"
PLAYERS = [ROOT / f"book/{file}.py" for file in ("player", "environment", "stepper/clean")]
LOOKERS = [ROOT / f"book/{file}.py" for file in ("promises", "shapes/record")]
RECORDERS = [ROOT / f"book/stepper/{file}.py" for file in ("record", "statements", "values")]


def name(listing: Path) -> str:
    return str(listing.relative_to(SNIPPETS).with_suffix(""))


def beside(listing: Path) -> list[Path]:
    """The recipes and tools that it imports."""
    names = re.findall(r"(?m)^from (\w+) import", listing.read_text())
    return [file for name in names for folder in ("recipes", "inspect", "bench") if (file := SNIPPETS / f"{folder}/{name}.py").exists()]


def once(kind, listing, made_of, make) -> Outcome:
    made_of = [environment.BACKEND, name(listing), listing, *beside(listing), *made_of]
    return Outcome(*json.loads(kept.kept(kind, name(listing), made_of, lambda: json.dumps(make()))))


def looked_at(drawn, names, listing):
    """Runs in the listing's own process, after it: what its layer breaks, and the shapes that its page draws."""
    return {"broken": promises.broken(names), "shapes": shapes.kept(names, listing, drawn)}


asked = functools.cache(shapes.asked)


def outcome(listing: Path) -> Outcome:
    """What the listing prints, now or before, and what was seen of what it leaves."""
    drawn = sorted(asked().get(listing, ()))
    return once("played", listing, [*PLAYERS, *LOOKERS, CONTRACT, drawn], lambda: run(listing, functools.partial(looked_at, drawn)))


def recording(listing: Path) -> Outcome:
    return once("traced", listing, [*PLAYERS, *RECORDERS], lambda: run(listing, job=trace))


def stepped() -> list[Path]:
    """The listings that a page replays step by step."""
    pages = [*ROOT.glob("docs/??/*.md")]
    return sorted({SNIPPETS / page.stem / f"{listing}.py" for page in pages for listing in re.findall(r"(?m)^```stepper (\w+)$", page.read_text())})


def mistake(listing: Path, played: Outcome) -> str | None:
    """What no record may have: an error that its name does not announce, something left running, a word of this machine."""
    about = f"snippets/{name(listing)}.py"
    if played.error and not listing.stem.startswith("fails_"):
        return f"{about} raises {played.error}; only a listing named fails_… may raise"
    if not played.error and listing.stem.startswith("fails_"):
        return f"{about} is named fails_… and raises nothing"
    if played.left:
        return f"{about} leaves running: {', '.join(played.left)}"
    if found := MACHINE.search(played.record):
        return f"{about} prints “{found[0]}”, which is so on this machine or today only"


MACHINE = re.compile(
    r"(?<![\w.])/(?:home|root|tmp|usr|var|work|Users|private|opt|mnt)/\S*|\bhost-\d+|"
    r"\b20\d\d-[01]\d-[0-3]\d\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d\b|site-packages")


def played_elsewhere(listings) -> dict[str, str]:
    """What these print in another process: other folders, hashes, CPUs, another host."""
    plays = "import sys, json; from book.listings import *; from book.player import run_all; print(json.dumps({name(l): f.result().record for l, f in run_all(map(Path, sys.argv[1:])).items()}))"
    done = subprocess.run([sys.executable, "-c", plays, *map(str, listings)], cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def varies(listing: Path, record: str) -> str | None:
    """Whether a second play prints something else; then `make record` would go in a circle."""
    if (again := played_elsewhere([listing])[name(listing)]) != record:
        return f"snippets/{name(listing)}.py prints something else at each play; no record can be right:\n" + "\n".join(change(record, again))


def change(before: str, now: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0)
    return [f"    {line[:160]}" for line in lines if line[:2] not in ("--", "++", "@@")]


def main() -> int:
    wanted = [Path(argument).resolve() for argument in sys.argv[1:]] or LISTINGS
    if strange := [listing for listing in wanted if listing not in EVERY]:
        sys.exit(f"not a listing: {', '.join(map(str, strange))}; name files such as snippets/build/lazy.py")
    if away := [listing for listing in wanted if listing in AWAY]:
        sys.exit(f"played in an environment of its own: {', '.join(map(name, away))}; name it to python -m book.away")
    new, pictures, problems = [], [], 0
    for number, (listing, future) in enumerate(side_by_side(outcome, wanted).items(), 1):
        played = future.result()
        print(f"\r{number} of {len(wanted)} listings", end="", file=sys.stderr, flush=True)
        if problem := mistake(listing, played):
            print(f"\nNOT RECORDED  {problem}\n{played.record}")
            problems += 1
            continue
        if played.record != current(listing.with_suffix(".out")):
            new.append((listing, played.record))
        if not played.error and played.found["shapes"]:
            pictures.append((listing, *played.found["shapes"]))
    print(file=sys.stderr)
    again = played_elsewhere([listing for listing, _ in new]) if new else {}
    for listing, record in new:
        if again[name(listing)] == record:
            write(listing.with_suffix(".out"), record)
        else:
            print(f"NOT RECORDED  snippets/{name(listing)}.py prints something else at each play", *change(record, again[name(listing)]), sep="\n")
            problems += 1
    for listing, shapes_of_it, problem in pictures:
        if problem:
            print(f"NOT RECORDED  {problem}")
            problems += 1
        else:
            write(listing.with_suffix(".shapes.json"), shapes_of_it)
    steps = sorted(set(wanted) & set(stepped()))
    for listing, future in side_by_side(recording, steps).items():
        traced = future.result()
        if traced.error:
            print(f"NOT RECORDED  {traced.error}")
            problems += 1
        else:
            write(listing.with_suffix(".steps.json"), traced.record)

    def counted(when):
        return sum(kept.COUNTED[kind, when] for kind in ("played", "traced"))

    print(f"{len(wanted)} listings and {len(steps)} recordings, {len(pictures)} with shapes: {counted('now')} played now, {counted('before')} known from before; {problems} not recorded")
    return bool(problems)


def side_by_side(job, listings):
    players = ThreadPoolExecutor(2)
    return {listing: players.submit(job, listing) for listing in listings}


def current(file: Path) -> str | None:
    return file.read_text() if file.exists() else None


def write(file: Path, text: str) -> None:
    before = current(file)
    if text != before:
        file.write_text(text)
        print(f"{'new    ' if before is None else 'changed'}  {file.relative_to(ROOT)}", *change(before or "", text), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
