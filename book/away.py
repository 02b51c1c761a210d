"""The listings that this book's own environment can't play, because they import PyTorch, JAX or Flax.

Each is played in the environment that has what it imports, twice, and its record is written beside it. Where that
environment isn't there, `make test` can't play it; so the record is kept with a key of all that it was made of, and
the tests name each listing whose key is no longer that of today.

`python -m book.away` (a part of `make backends`) plays all, `python -m book.away frameworks/torch_layer` only these,
and `python -m book.away new` (a part of `make record`) those whose key is not that of today.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

from book import ROOT, SNIPPETS
from book.kept import digest
from book.listings import AWAY, beside, change, current, mistake, name, write
from book.player import Outcome, run_all

KEYS = SNIPPETS / "backends/away.txt"


def key(listing) -> str:
    """Of the program, what it imports of this book, what is installed where it is played, and what it printed."""
    made_of = [name(listing), listing, *beside(listing), ROOT / f"requirements-{AWAY[listing]}.txt", current(listing.with_suffix(".out")) or ""]
    return digest(*made_of)[:24]


def keys() -> dict[str, str]:
    return dict(line.split() for line in (current(KEYS) or "").splitlines())


def stale() -> list[Path]:
    known = keys()
    return [listing for listing in AWAY if known.get(name(listing)) != key(listing)]


def here(wanted):
    """Plays in this process's environment and prints {listing: outcome}."""
    played = run_all([SNIPPETS / f"{each}.py" for each in wanted])
    print(json.dumps({name(listing): future.result() for listing, future in played.items()}))


def there(backend, listings) -> dict[str, Outcome]:
    """The same in the environment of that backend, in new processes with other hashes and CPUs."""
    done = subprocess.run(
        [ROOT / f".venv-{backend}/bin/python", "-c", f"from book.away import here; here({[*map(name, listings)]})"],
        cwd=ROOT, env={**os.environ, "BOOK_BACKEND": backend}, text=True, stdout=subprocess.PIPE, check=True)
    return {each: Outcome(*outcome) for each, outcome in json.loads(done.stdout).items()}


def played(backend, listings):
    """Writes the records of these and gives those that have one; says why the others have none."""
    if not Path(ROOT, f".venv-{backend}/ready").exists():
        print(f"NOT PLAYED  {', '.join(map(name, listings))}: make backends makes .venv-{backend}, which plays them")
        return
    first, second = there(backend, listings), there(backend, listings)
    for listing in listings:
        one, other = first[name(listing)], second[name(listing)]
        if problem := mistake(listing, one):
            print(f"NOT RECORDED  {problem}\n{one.record}")
        elif one.record != other.record:
            print(f"NOT RECORDED  snippets/{name(listing)}.py prints something else at each play", *change(one.record, other.record), sep="\n")
        else:
            write(listing.with_suffix(".out"), one.record)
            yield listing


def main(chosen) -> int:
    wanted = stale() if chosen == ["new"] else [listing for listing in AWAY if not chosen or {name(listing), listing.parent.name} & set(chosen)]
    done = [listing for backend in sorted({AWAY[each] for each in wanted}) for listing in played(backend, [each for each in wanted if AWAY[each] == backend])]
    known = {name(listing): keys().get(name(listing)) for listing in AWAY} | {name(listing): key(listing) for listing in done}
    write(KEYS, "".join(f"{each} {said}\n" for each, said in sorted(known.items()) if said))
    print(f"{len(done)} of {len(wanted)} listings played on PyTorch and JAX")
    return len(done) < len(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
