"""What of the book goes otherwise on other versions of Keras, as `make versions` wrote it to snippets/changed/, and why."""
import itertools
import re
from typing import NamedTuple

from book import SNIPPETS
from book.listings import current

PAGE = SNIPPETS / "changed"
DIFFERS, REASONS, PLAYED = PAGE / "differs.tsv", PAGE / "reasons.tsv", PAGE / "played.txt"
PROVEN = SNIPPETS / "index/versions.out"
SUBSTANCE = ("behaviour", "feature", "error")
KINDS = ("words", "prints", *SUBSTANCE)


class Reason(NamedTuple):
    name: str
    side: str   # is it so in the older releases, in the newer ones?
    kind: str
    where: str  # the listings, or * for a pattern of words
    sign: str
    ko: str
    en: str


class Row(NamedTuple):
    """A listing that goes otherwise on these versions, and why."""
    listing: str
    versions: str
    kind: str
    reason: str


def table(file, kind):
    return [kind(*line.split("\t")) for line in (current(file) or "").splitlines()[1:]]


def reasons() -> list[Reason]:
    return table(REASONS, Reason)


def rows() -> list[Row]:
    return table(DIFFERS, Row)


def played() -> dict[str, list[str]]:
    """{minor: [version, listings played, how many go otherwise]}."""
    return {minor(words[0]): words for line in (current(PLAYED) or "").splitlines()[1:] if (words := line.split())}


def minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def order(version: str) -> list[int]:
    return [*map(int, version.split("."))]


def proven() -> str:
    """The version that the records are of."""
    return re.search(r"Keras (\S+)", PROVEN.read_text())[1]


def spoken(versions) -> str:
    """3.8–3.11, 3.13."""
    def following(pair):
        return order(pair[1])[1] - pair[0]
    runs = [[each for _, each in run] for _, run in itertools.groupby(enumerate(sorted(versions, key=order)), following)]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
