"""Each listing prints today what its page shows, and each layer that it leaves keeps its promises."""
import re

import pytest

from book.pages import LANGUAGES, SHOWN, fences, listings, pages, where
from book.listings import LISTINGS, SNIPPETS, mistake, name, run, stepped, trace

PROGRAMS = {(listing.parent.name, listing.read_text().strip("\n")): listing for listing in LISTINGS}
ANYWHERE = {code: listing for (_, code), listing in PROGRAMS.items()}
SHOWINGS = [shown for lang in LANGUAGES for page in pages(lang) for shown in listings(page)]


def home(shown):
    """The folder of its page's programs."""
    return "testing" if shown.page.stem == "contract" else shown.page.stem  # the contract is too long for the page on testing


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_a_listing_prints_its_record(listing, played):
    record, error, _ = played[listing].result()
    problem = mistake(listing, error)
    assert not problem, f"{problem}\n{record}"
    kept = listing.with_suffix(".out")
    assert kept.exists(), f"snippets/{name(listing)}.py has no record; run make record"
    assert record == kept.read_text(), f"snippets/{name(listing)}.out is stale; if the new output is right, run make record"


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_a_layer_keeps_its_promises(listing, played):
    broken = played[listing].result()[2]
    if listing.stem.startswith("trap_"):
        assert broken, f"snippets/{name(listing)}.py is named trap_… and keeps every promise"
    else:
        assert not broken, f"snippets/{name(listing)}.py leaves a layer that breaks a promise:\n" + "\n".join(message for _, message in broken)


@pytest.mark.parametrize("shown", SHOWINGS, ids=str)
def test_a_page_shows_whole_programs_and_their_records(shown):
    folder = home(shown)
    listing = PROGRAMS.get((folder, shown.code)) or ANYWHERE.get(shown.code)
    assert listing, f"{shown}: this Python fence is not one whole file of snippets/; include it with --8<--"
    assert str(listing.parent.relative_to(SNIPPETS)) == folder, f"{shown}: shows snippets/{name(listing)}.py; a page shows programs of its own folder, snippets/{folder}/"
    record = listing.with_suffix(".out").read_text().strip("\n")
    kind = "pytb" if listing.stem.startswith("fails_") else "output" if record else ""
    assert (shown.kind, shown.record) == (kind, record), (
        f"{shown}: snippets/{name(listing)}.py must be followed by " + (f"a ```{kind} fence with {name(listing)}.out" if kind else "no output, for it prints nothing"))


@pytest.mark.parametrize("page", [page for lang in LANGUAGES for page in pages(lang)], ids=where)
def test_no_fence_is_passed_over(page):
    for syntax, _, line in fences(page):
        assert syntax in ("python", *SHOWN, "text", "diff") or re.fullmatch(r"stepper \w+|shapes \w+( values)?|drawn \w+", syntax), (
            f"{where(page)}:{line}: the tests would pass over a fence ```{syntax}; use exactly ```python, ```output or ```pytb")
    for number, line in enumerate(page.read_text().splitlines(), 1):
        assert not re.match(r"\s*(~~~|<!--)", line), f"{where(page)}:{number}: no ~~~ fences and no comments; pytest-codeblocks passes over what they hold"


@pytest.mark.parametrize("listing", stepped(), ids=name)
def test_a_recording_is_what_runs_today(listing):
    steps, fault, _ = run(listing, job=trace)
    assert not fault, fault
    kept = listing.with_suffix(".steps.json")
    assert kept.exists() and steps == kept.read_text(), f"snippets/{name(listing)}.steps.json is stale; if Keras really lives so now, run make record"


def test_no_program_and_no_record_is_left_over():
    shown = {(home(showing), showing.code) for showing in SHOWINGS}
    orphans = [f"snippets/{name(listing)}.py is shown on no page" for listing in LISTINGS if (listing.parent.name, listing.read_text().strip("\n")) not in shown]
    orphans += [f"{where(record)} has no program" for record in sorted(SNIPPETS.rglob("*.out")) if not record.with_suffix(".py").exists()]
    orphans += [f"{where(kept)} is replayed on no page" for kept in sorted(SNIPPETS.rglob("*.steps.json")) if kept.with_suffix("").with_suffix(".py") not in stepped()]
    assert not orphans, "\n".join(orphans)
