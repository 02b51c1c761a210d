"""On which Keras the book holds: its listings, played on other releases and on the newest nightly.

`make versions` installs each into .cache, puts it before the book's own and plays: every listing on the oldest release and on
the nightly, and on those between only what differs there, or did before. (Full plays of two of them found nothing else.)
`make versions ONLY="3.10 nightly"` asks these alone, and `--all` among the names plays every listing on each.

What differs is written to snippets/changed/differs.tsv, each row with a reason. The reasons are written by hand, in
snippets/changed/reasons.tsv: a pattern that is no more than other words is blanked on both sides, and what is then
still not the same needs a row that names the listing. What has no reason is listed, and its diff lies in .cache/versions.
"""
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from book import ROOT, SNIPPETS, environment, player
from book.differs import DIFFERS, KINDS, PAGE, PLAYED, REASONS, Reason, Row, minor, order, played, proven, reasons, rows, spoken
from book.listings import CONTRACT, LISTINGS, PLAYERS, change, current, name, once, side_by_side, write
from book.player import run

OLDEST = 8     # each release takes minutes, each exception a reason: of 444 listings, 71 went otherwise here, 83 on 3.5, 123 on 3.3
SECONDS = 120  # before a listing counts as one that hangs
NEWEST, NIGHTLY = "newest", "nightly"
PACKAGES = {NEWEST: ["keras"], NIGHTLY: ["--pre", "keras-nightly"]}
INSTALLED, DIFFS = ROOT / ".cache/keras", ROOT / ".cache/versions"
UNKNOWN = "?"


def newer(one: str) -> bool:
    return order(one) > order(minor(proven()))


def releases() -> list[str]:
    return [f"3.{number}" for number in range(OLDEST, order(minor(proven()))[1] + 1)]


def install(wanted: str) -> Path:
    """The folder of this Keras. It gets its name when it is whole, so that a killed run leaves none that is half."""
    folder, half = INSTALLED / wanted, INSTALLED / f"half-{wanted}"
    if wanted in PACKAGES or not folder.exists():
        shutil.rmtree(half, ignore_errors=True)
        done = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", half,
                               *PACKAGES.get(wanted, [f"keras=={wanted}.*"])], text=True, capture_output=True)
        if done.returncode:
            shutil.rmtree(half, ignore_errors=True)
            raise OSError(done.stderr.strip().splitlines()[-1])
        shutil.rmtree(folder, ignore_errors=True)
        half.rename(folder)
    return folder


def version(folder: Path) -> str:
    return next(folder.glob("keras*.dist-info")).name.split("-")[1].removesuffix(".dist")


def here(wanted: list[str]) -> None:
    """Plays with the Keras that PYTHONPATH has, and prints {listing: what it printed} and who did not end."""
    environment.FIXED["PYTHONPATH"] = os.environ["PYTHONPATH"]
    player.SECONDS = int(os.environ.get("SECONDS", SECONDS))
    keras, said, lost = version(Path(os.environ["PYTHONPATH"])), {}, []

    def on_this_keras(listing):
        contract = [CONTRACT] if "contract" in listing.read_text() else []
        return once("on another Keras", listing, [*PLAYERS, *contract, keras], lambda: run(listing))

    for number, (listing, future) in enumerate(side_by_side(on_this_keras, [SNIPPETS / f"{each}.py" for each in wanted]).items(), 1):
        print(f"\rKeras {keras}: {number} of {len(wanted)} listings", end="" if number < len(wanted) else "\n", file=sys.stderr, flush=True)
        try:
            said[name(listing)] = future.result().record
        except AssertionError as ended:
            lost.append((name(listing), str(ended)))
    print(json.dumps([said, lost]))


def there(folder: Path, wanted: list[str]):
    done = subprocess.run([sys.executable, "-c", f"from book.versions import here; here({wanted})"],
                          cwd=ROOT, env={**os.environ, "PYTHONPATH": str(folder)}, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def why(listing: str, side: str, record: str, printed: str, known: list[Reason]) -> list[Reason]:
    """The reasons of a difference; none where nobody has given any."""
    before, now, used = record, printed, []
    for reason in known:
        if reason.where == "*" and reason.side == side:
            if re.findall(reason.sign, before) != re.findall(reason.sign, now):
                used.append(reason)
            before, now = (re.sub(reason.sign, "", text) for text in (before, now))
    if before == now:
        return used
    told = "\n".join(change(record, printed))
    named = [reason for reason in known if reason.side == side and any(fnmatch.fnmatch(listing, each) for each in reason.where.split()) and reason.where != "*"]
    return [reason for reason in named if re.search(reason.sign, told)][:1]


def diff(one: str, listing: str) -> Path:
    return DIFFS / one / f"{listing.replace('/', '-')}.diff"


def compared(keras: str, said: dict[str, str], known: list[Reason]) -> dict[str, list[tuple[str, str]]]:
    """{listing: (kind, reason) …} of what goes otherwise there; the diff is kept to read."""
    side, found = "new" if newer(minor(keras)) else "old", {}
    for listing, printed in said.items():
        record, kept = current(SNIPPETS / f"{listing}.out") or "", diff(minor(keras), listing)
        kept.unlink(missing_ok=True)
        if printed != record:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text("\n".join(change(record, printed)) + "\n")
            found[listing] = [(reason.kind, reason.name) for reason in why(listing, side, record, printed, known)] or [(UNKNOWN, UNKNOWN)]
    return found


def by_version(listing: Path, records: dict[str, str]) -> str:
    """What one listing of the page prints on each Keras, where it isn't its record."""
    groups = {}
    for each in sorted(records, key=order):
        groups.setdefault(records[each], []).append(each)
    text, record = "", current(listing.with_suffix(".out"))
    for printed, versions in groups.items():
        if printed != record:
            text += f"Keras {spoken(versions)}\n" + "".join(f"  {line}\n" for line in printed.splitlines())
    return text


def before() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """{minor: {listing: [(kind, reason) …]}} as it is written."""
    found = {}
    for row in rows():
        for each in row.versions.split():
            found.setdefault(each, {}).setdefault(row.listing, []).append((row.kind, row.reason))
    return found


def play(wanted: str, names: list[str]) -> tuple[str, dict[str, str], list]:
    """The version, what each listing printed there, and who did not end; or an OSError that says why not."""
    folder = install(wanted)
    keras = version(folder)
    try:
        said, lost = there(folder, names)
    except subprocess.CalledProcessError:
        raise OSError("it doesn't run here, as it says above") from None
    if f"Keras {keras} " not in said.get("index/versions", f"Keras {keras} "):
        raise OSError(f"another one answers: {said['index/versions'].strip()}")
    return keras, said, lost


def news(was, now, problems) -> str:
    """What a run found that was not known, in Markdown, with the diffs; nothing where all is as it was."""
    text = [f"- {problem}" for problem in problems]
    for each in now:
        for listing in sorted(now[each].keys() | was.get(each, {}).keys()):
            if listing not in now[each]:
                text.append(f"- Keras {each}: {listing} prints its record again")
            elif now[each][listing] != was.get(each, {}).get(listing):
                text.append(f"- Keras {each}: {listing}\n\n```diff\n{diff(each, listing).read_text()}```")
    return "\n".join(text)


def main(arguments) -> int:
    chosen = [each for each in arguments if each != "--all"] or [*releases(), NIGHTLY]
    if strange := set(chosen) - {*releases(), NIGHTLY}:
        sys.exit(f"no release of this book's: {', '.join(sorted(strange))}; name {', '.join(releases())} or {NIGHTLY}")
    names = [name(listing) for listing in LISTINGS]
    known, counted, was, now, records, problems = reasons(), played(), before(), before(), {}, []
    for wanted in chosen:
        whole = wanted in (releases()[0], NIGHTLY) or "--all" in arguments
        differing = {"index/versions", *(listing for one in now if not newer(one) for listing in now[one])}
        try:
            keras, said, lost = play(wanted, [each for each in names if whole or each in differing or own(each)])
        except OSError as fault:
            problems.append(f"Keras {wanted} is left out: {fault}")
            continue
        problems += [f"Keras {keras}: {fault}" for _, fault in lost]
        if wanted == NIGHTLY:  # the last one may have been another's
            for gone in [each for each in counted if newer(each) and each != minor(keras)]:
                del counted[gone]
                now.pop(gone, None)
        found = compared(keras, said, known)
        kept = now.get(minor(keras), {})
        now[minor(keras)] = {**{each: kept[each] for each, _ in lost if each in kept}, **found}
        counted[minor(keras)] = [keras, *(str(sum(not own(each) for each in some)) for some in (said, found))]
        records[minor(keras)] = said
    PAGE.mkdir(exist_ok=True)
    write(DIFFERS, differs(now))
    write(PLAYED, table_of(now, counted))
    for listing in LISTINGS:
        if own(name(listing)) and set(records) >= set(counted):
            write(listing.with_suffix(".txt"), by_version(listing, {each: said[name(listing)] for each, said in records.items() if name(listing) in said}))
    problems += [f"Keras {each}: {listing} prints otherwise, and nobody has said why in {REASONS.relative_to(ROOT)}; see {diff(each, listing).relative_to(ROOT)}"
                 for each in sorted(now, key=order) for listing, why in sorted(now[each].items()) if (UNKNOWN, UNKNOWN) in why]
    DIFFS.mkdir(parents=True, exist_ok=True)
    (DIFFS / "news.md").write_text(news(was, {each: now[each] for each in records}, problems))
    print(PLAYED.read_text(), *problems, sep="\n")
    return bool(problems)


def own(listing: str) -> bool:
    """Of the page on what changed: made to differ, and counted nowhere."""
    return listing.startswith(f"{PAGE.name}/")


def differs(found) -> str:
    merged = {}
    for each, told in found.items():
        for listing, why in told.items():
            for kind, reason in why:
                merged.setdefault((listing, kind, reason), []).append(each)
    lines = sorted(Row(listing, " ".join(sorted(versions, key=order)), kind, reason) for (listing, kind, reason), versions in merged.items())
    return "".join("\t".join(line) + "\n" for line in [Row._fields, *lines])


def table_of(found, counted) -> str:
    text = f"{'Keras':22}{'played':>8}{'otherwise':>11}" + "".join(f"{kind:>11}" for kind in KINDS) + "\n"
    for each in sorted(counted, key=order):
        keras, said, different = counted[each][:3]
        kinds = [kind for listing, why in found.get(each, {}).items() if not own(listing) for kind in {kind for kind, _ in why}]
        text += f"{keras:22}{said:>8}{different:>11}" + "".join(f"{kinds.count(kind):11}" for kind in KINDS) + "\n"
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
