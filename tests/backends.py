"""Plays every listing that claims to be portable on TensorFlow, JAX and PyTorch, each in an environment of its own.

A listing claims it unless it names TensorFlow or an export. The claim holds where
it prints its record, numbers aside, and its layer keeps its promises. What doesn't
hold is written to the page, and a new one there shows as a diff: `make backends`
writes snippets/backends/*.txt, which the page on backends includes.
"""
import json
import os
import re
import subprocess
import sys
from collections import Counter

from tests import promises
from tests.listings import LISTINGS, ROOT, SNIPPETS, name, run_all

BACKENDS = {"tensorflow": ".venv", "jax": ".venv-jax", "torch": ".venv-torch"}
BOUND = re.compile(r"\btensorflow\b|\btf\.|tf_keras|onnx|\.export\(|subprocess|^from contract", re.M)
PORTABLE = [listing for listing in LISTINGS if not BOUND.search(listing.read_text())]


def outcome(listing, record, error, broken):
    """One word for what happened: same, numbers, text, an error's name, or a broken promise's."""
    kept = listing.with_suffix(".out").read_text()
    fails = listing.stem.startswith("fails_")
    if bool(error) != fails:
        return error or "no error"
    if broken and not listing.stem.startswith("trap_"):
        return "promise"
    if record == kept:
        return "same"
    return "numbers" if re.sub(r"[-+.e\d]+", "0", record) == re.sub(r"[-+.e\d]+", "0", kept) else "text"


def here():
    """Plays all on this process's backend and prints the outcomes as JSON."""
    played = {listing: future.result() for listing, future in run_all(PORTABLE, promises.broken).items()}
    print(json.dumps({name(listing): outcome(listing, *result) for listing, result in played.items()}))


def main() -> int:
    if len(sys.argv) > 1:
        return here()
    outcomes = {}
    for backend, environment in BACKENDS.items():
        played = subprocess.run([ROOT / environment / "bin/python", "-m", __spec__.name, "here"], cwd=ROOT,
                                env={**os.environ, "BOOK_BACKEND": backend}, text=True, stdout=subprocess.PIPE, check=True)
        outcomes[backend] = json.loads(played.stdout)
    pages = Counter(listing.parent.name for listing in PORTABLE)
    table = [f"{'page':16}{'listings':>9}" + "".join(f"{backend:>12}" for backend in BACKENDS)]
    for page, count in sorted(pages.items()):
        alike = [sum(what in ("same", "numbers") for listing, what in found.items() if listing.startswith(page + "/")) for found in outcomes.values()]
        table.append(f"{page:16}{count:9}" + "".join(f"{number:12}" for number in alike))
    differs = [f"{'listing':44}" + "".join(f"{backend:>26}" for backend in list(BACKENDS)[1:])]
    differs += [f"{listing:44}" + "".join(f"{outcomes[backend][listing]:>26}" for backend in list(BACKENDS)[1:])
                for listing in outcomes["jax"] if {outcomes["jax"][listing], outcomes["torch"][listing]} - {"same", "numbers"}]
    for file, lines in (("table", table), ("differs", differs)):
        kept, text = SNIPPETS / f"backends/{file}.txt", "\n".join(lines) + "\n"
        if not kept.exists() or kept.read_text() != text:
            print(f"changed  {kept.relative_to(ROOT)}")
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text)
    print("\n".join(table), "\n\n", "\n".join(differs), sep="")
    return any(what != "same" for what in outcomes["tensorflow"].values())


if __name__ == "__main__":
    sys.exit(main())
