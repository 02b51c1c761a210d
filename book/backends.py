"""Plays every listing that claims to be portable on TensorFlow, JAX and PyTorch, each in an environment of its own.

A listing claims it unless it names TensorFlow or an export. The claim holds where it prints its record, but for
random or rounded numbers and the names that a backend gives its tensors. (That the contract itself holds on each
backend is the business of test_contract.py.)
`make backends` writes what holds and what doesn't to snippets/backends/*.txt, which the page on backends includes,
and beside each listing of that page what it prints on four backends. What was played is kept until the
listing or the environment changes.

`python -m book.backends build config/key` plays only these, shows how they differ, and writes nothing.
"""
import json
import os
import re
import subprocess
import sys
import textwrap
from collections import defaultdict

from book import ROOT, SNIPPETS
from book.alike import HOLDS, how
from book.environment import BACKEND
from book.listings import CONTRACT, LISTINGS, PLAYERS, change, name, once, outcome, side_by_side
from book.player import run

ENVIRONMENTS = {"tensorflow": "", "jax": "-jax", "torch": "-torch", "numpy": "-jax"}  # Keras on NumPy imports JAX, too
BACKENDS = ["tensorflow", "jax", "torch"]  # NumPy can't train, so it plays no more than the page on backends
PAGE = SNIPPETS / "backends"
BOUND = re.compile(r"\btensorflow\b|\btf\.|tf_keras|onnx|\.export\(|subprocess")
PORTABLE = [listing for listing in LISTINGS if not BOUND.search(listing.read_text())]


def on_this_backend(listing):
    """The outcome on this process's backend, now or before."""
    if BACKEND == "tensorflow":  # where the tests have played it
        return outcome(listing)
    contract = [CONTRACT] if "contract" in listing.read_text() else []
    return once("portable", listing, [*PLAYERS, *contract], lambda: run(listing))


def here(wanted):
    """Plays in this process's environment and prints {listing: (record, error)}."""
    played, lost = {}, []
    for number, (listing, future) in enumerate(side_by_side(on_this_backend, [SNIPPETS / f"{each}.py" for each in wanted]).items(), 1):
        print(f"\r{BACKEND}: {number} of {len(wanted)} listings", end="" if number < len(wanted) else "\n", file=sys.stderr, flush=True)
        try:
            played[name(listing)] = future.result()[:2]
        except AssertionError as ended:  # by a crash or a slow machine, which says nothing about the claim
            lost.append(str(ended))
    if lost:
        sys.exit("\n".join(lost))
    print(json.dumps(played))


def there(backend, wanted):
    """The same in the environment of that backend."""
    played = subprocess.run(
        [ROOT / f".venv{ENVIRONMENTS[backend]}/bin/python", "-c", f"from book.backends import here; here({[*map(name, wanted)]})"],
        cwd=ROOT, env={**os.environ, "BOOK_BACKEND": backend}, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(played.stdout)


def verdict(listing, record, error) -> str:
    """One of HOLDS, or what makes the claim fail."""
    fails = listing.stem.startswith("fails_")
    if bool(error) != fails:
        return error or "no error"
    return how(record, listing.with_suffix(".out").read_text()) or ("another error" if fails else "other output")


def table(verdicts):
    """How many listings of each page hold on each backend."""
    pages = sorted({each.split("/")[0] for each in verdicts["tensorflow"]})
    yield f"{'page':20}{'listings':>9}" + "".join(f"{backend:>12}" for backend in BACKENDS)
    for page in ["all", *pages]:
        rows = [[what in HOLDS for each, what in found.items() if page in ("all", each.split("/")[0])] for found in verdicts.values()]
        yield f"{page:20}{len(rows[0]):9}" + "".join(f"{sum(row):12}" for row in rows)


def differs(verdicts):
    """The listings whose claim fails, by backend and by what happened."""
    for backend, found in verdicts.items():
        groups = defaultdict(list)
        for each, what in found.items():
            if what not in HOLDS:
                groups[what].append(each)
        for what, members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
            yield f"{backend}, {what}: {len(members)}"
            yield textwrap.fill(", ".join(members), 78, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def beside(records):
    """The lines `label: value` of one listing on each backend: what all print stands on one line."""
    told = defaultdict(lambda: defaultdict(list))
    for backend, record in records.items():
        for line in record.splitlines():
            label, value = line.split(": ", 1)
            told[label][backend].append(value)
    for label, values in told.items():
        said = defaultdict(list)
        for backend, each in values.items():
            said[", then ".join(each)].append(backend)
        if len(said) == 1:
            yield f"{label}: {next(iter(said))}"
        else:
            yield f"{label}:"
            yield from (f"  {', '.join(backends):24}{value}" for value, backends in said.items())


def write(file, lines):
    text = "\n".join(lines) + "\n"
    if not file.exists() or file.read_text() != text:
        print(f"changed  {file.relative_to(ROOT)}")
        file.write_text(text)


def main(chosen) -> int:
    wanted = [listing for listing in PORTABLE if not chosen or {name(listing), listing.parent.name} & set(chosen)]
    played = {backend: there(backend, wanted) for backend in BACKENDS}
    verdicts = {backend: {each: verdict(SNIPPETS / f"{each}.py", *what) for each, what in found.items()} for backend, found in played.items()}
    if chosen:
        for backend, found in verdicts.items():
            for each, what in found.items():
                print(f"{each} on {backend}: {what}", *(change((SNIPPETS / f"{each}.out").read_text(), played[backend][each][0]) if what not in HOLDS else []), sep="\n")
    else:
        own = [listing for listing in wanted if listing.parent == PAGE]
        played["numpy"] = there("numpy", own)
        for listing in own:
            write(listing.with_suffix(".txt"), beside({backend: found[name(listing)][0] for backend, found in played.items()}))
        write(PAGE / "table.txt", table(verdicts))
        write(PAGE / "differs.txt", differs(verdicts))
    print(*table(verdicts), sep="\n")
    return any(what not in HOLDS for what in verdicts["tensorflow"].values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
