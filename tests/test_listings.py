"""Each listing prints today what its page shows, and each layer that it leaves keeps its promises."""
import ast
import re
import unicodedata

import pytest

from book import ROOT, SNIPPETS, away, downloads
from book.listings import AWAY, EVERY, LISTINGS, MACHINE, change, current, mistake, name, outcome, recording, stepped, varies
from book.pages import LANGUAGES, fences, pages, where
from book.player import Outcome
from tests.several import none_of

SHOWN = ("output", "pytb")
PAGES = [page for lang in LANGUAGES for page in pages(lang)]


COMMANDS = re.compile(r"(?:(?:[A-Z_]+=\w+ +)?(?:python3?|pip|pytest|make)\b[^\n()]*(?:\n|\Z))+")


def homes(page):
    """The folders of its programs."""
    return ["testing"] if page.stem == "contract" else [page.stem, "recipes"]  # the contract is too long for the page on testing


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_a_listing_prints_its_record(listing):
    played, kept = outcome(listing), current(listing.with_suffix(".out"))
    problem = mistake(listing, played)
    assert not problem, f"{problem}\n{played.record}"
    assert kept is not None, f"snippets/{name(listing)}.py has no record; run make record"
    assert played.record == kept, varies(listing, played.record) or (
        f"snippets/{name(listing)}.out is stale; if the new output is right, run make record\n" + "\n".join(change(kept, played.record)))


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_a_layer_keeps_its_promises(listing):
    broken = (outcome(listing).found or {}).get("broken")
    if listing.stem.startswith("trap_"):
        assert broken, f"snippets/{name(listing)}.py is named trap_… and keeps every promise"
    else:
        assert not broken, f"snippets/{name(listing)}.py leaves a layer that breaks a promise:\n" + "\n".join(message for _, message in broken)


@pytest.mark.parametrize("listing", AWAY, ids=name)
def test_a_listing_of_another_environment_is_what_was_played_there(listing):
    kept = current(listing.with_suffix(".out"))
    assert kept is not None, f"snippets/{name(listing)}.py has no record; run make backends"
    problem = mistake(listing, Outcome(kept, "an error" if "Traceback (most recent" in kept else None, None, []))
    assert not problem, problem
    assert away.keys().get(name(listing)) == away.key(listing), (
        f"snippets/{name(listing)}.py, its record or requirements-{AWAY[listing]}.txt has changed since it was played on {AWAY[listing]}; run make backends")


def test_a_program_with_keras_on_another_backend_says_which():
    """So that it does what its page shows wherever it is pasted."""
    none_of(f"snippets/{name(listing)}.py imports Keras before it sets KERAS_BACKEND to {backend}" for listing, backend in AWAY.items()
            if (keras := re.search(r"(?m)^(import|from) keras\b", text := listing.read_text()))
            and f'os.environ["KERAS_BACKEND"] = "{backend}"' not in text[:keras.start()])


def test_one_layer_in_four_frameworks_prints_one_record():
    for kind in ("layer", "fit"):
        said = {framework: (SNIPPETS / f"frameworks/{framework}_{kind}.out").read_text() for framework in ("keras", "torch", "jax", "nnx")}
        assert len(set(said.values())) == 1, said
    assert "< 1e-6) = True" in (SNIPPETS / "frameworks/keras_layer.out").read_text()


@pytest.mark.parametrize("listing", stepped(), ids=name)
def test_a_recording_is_what_runs_today(listing):
    traced, kept = recording(listing), current(listing.with_suffix(".steps.json"))
    assert not traced.error, traced.error
    assert traced.record == kept, f"snippets/{name(listing)}.steps.json is stale; if Keras really lives so now, run make record"


def test_a_page_shows_whole_programs_and_their_records():
    """By the source of the page: what is typed by hand may be the same today and another tomorrow."""
    found = []
    for page in PAGES:
        seen = fences(page)
        for fence, below in zip(seen, [*seen[1:], None]):
            if fence.syntax in SHOWN and not (fence.included and fence.included.suffix == ".out"):
                found.append(f"{fence}: this output is typed by hand; include a record with --8<--")
            if fence.syntax in ("text", "diff") and not (fence.included or COMMANDS.fullmatch(fence.code)):
                found.append(f"{fence}: a ```{fence.syntax} fence includes what a program wrote, or shows commands; Python in it is never played")
            if fence.syntax != "python":
                continue
            listing = fence.included
            if listing not in EVERY:
                found.append(f"{fence}: this Python fence is not one whole file of snippets/; include it with --8<--")
            elif listing.parent.name not in homes(page):
                found.append(f"{fence}: shows snippets/{name(listing)}.py; a page shows programs of its own folder, snippets/{homes(page)[0]}/")
            else:
                record = (current(listing.with_suffix(".out")) or "").strip("\n")
                kind = "pytb" if listing.stem.startswith("fails_") else "output" if record else ""
                shown = (below.syntax, below.included) if below and below.syntax in SHOWN else ("", None)
                if shown != ((kind, listing.with_suffix(".out")) if kind else ("", None)):
                    found.append(f"{fence}: snippets/{name(listing)}.py must be followed by " + (
                        f"a ```{kind} fence with {name(listing)}.out" if kind else "no output, for it prints nothing"))
    none_of(found)


def test_no_code_of_a_page_is_passed_over():
    found = []
    for page in PAGES:
        for fence in fences(page):
            if fence.syntax not in ("python", *SHOWN, "text", "diff") and not re.fullmatch(r"stepper \w+|shapes \w+( values)?|drawn \w+|recipes", fence.syntax):
                found.append(f"{fence}: the tests would pass over a fence ```{fence.syntax}; use exactly ```python, ```output or ```pytb")
        for number, line in enumerate(page.read_text().splitlines(), 1):
            if re.match(r"\s*(~~~|<!--)", line):
                found.append(f"{where(page)}:{number}: no ~~~ fences and no comments; pytest-codeblocks passes over what they hold")
            if re.search(r"<(pre|code|textarea|script|iframe)\b", line):
                found.append(f"{where(page)}:{number}: no raw <{re.search(r'<(pre|code|textarea|script|iframe)', line)[1]}>; what it shows is never played")
    none_of(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_looks_like_code_on_the_built_page_is_a_fence(lang, site):
    """An indented block is published as code and never played."""
    found = []
    for page in pages(lang):
        folder = str(page.relative_to(ROOT / "docs" / lang).with_suffix("")).removesuffix("index")
        html = (site / ("" if lang == "ko" else "en") / folder / "index.html").read_text()
        shown = len(re.findall(r"<pre\b", html))
        written = sum(not fence.syntax.startswith(("stepper", "shapes", "drawn", "recipes")) for fence in fences(page))
        if shown != written:
            found.append(f"{where(page)}: shows {shown} blocks of code and has {written} fences; an indented block is published and never played")
    none_of(found)


SAME = re.compile(r"(?i)the class is the one above|the same class as above|클래스는 위(?:의 것)?와 같")


def classes(listing):
    return {node.name: ast.dump(node) for node in ast.walk(ast.parse(listing.read_text())) if isinstance(node, ast.ClassDef)}


def test_a_class_that_is_said_to_be_the_one_above_is():
    found = []
    for page in PAGES:
        programs = [(fence.line, fence.included) for fence in fences(page) if fence.included in EVERY]
        for number, line in enumerate(page.read_text().splitlines(), 1):
            if SAME.search(line):
                above = [listing for at, listing in programs if at < number]
                below = next((listing for at, listing in programs if at > number), None)
                known = {name: body for listing in above for name, body in classes(listing).items()}
                if not below or not (both := classes(below).keys() & known.keys()):
                    found.append(f"{where(page)}:{number}: says that a class is the one above, and no class stands above and below")
                else:
                    found += [f"{where(page)}:{number}: says that the class is the one above, and {each} of {where(below)} is another"
                              for each in sorted(both) if classes(below)[each] != known[each]]
    none_of(found)


def test_no_program_and_no_record_is_left_over():
    shown = {fence.included for page in PAGES for fence in fences(page)} | {downloads.CONTRACT, *downloads.TOOLS}  # too long for a page, these are files to save
    found = [f"snippets/{name(listing)}.py is shown on no page" for listing in EVERY if listing not in shown]
    found += [f"{where(record)} has no program" for record in sorted(SNIPPETS.rglob("*.out")) if not record.with_suffix(".py").exists()]
    found += [f"{where(kept)} is replayed on no page" for kept in sorted(SNIPPETS.rglob("*.steps.json")) if kept.with_suffix("").with_suffix(".py") not in stepped()]
    none_of(found)


CLOCKS = {"datetime", "locale", "getpass", "platform", "socket", "uuid", "secrets", "urllib", "http", "requests"}
MOMENTS = {"time", "time_ns", "ctime", "localtime", "gmtime", "strftime", "cpu_count", "getcwd", "gethostname", "uname", "getlogin", "getpid", "urandom"}


def asks_the_machine(node) -> str | None:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        return next((module for module in modules if module.split(".")[0] in CLOCKS), None)
    if isinstance(node, ast.Attribute) and node.attr in MOMENTS and isinstance(node.value, ast.Name) and node.value.id in ("time", "os", "socket", "platform", "multiprocessing"):
        return f"{node.value.id}.{node.attr}"


def test_a_program_speaks_no_human_language_and_does_not_ask_what_machine_this_is():
    found = []
    for listing in EVERY:
        wide = 100 if listing in (downloads.CONTRACT, *downloads.TOOLS) else 80  # a file to copy, not to read in a page's column
        text = listing.read_text()
        for number, line in enumerate(text.splitlines(), 1):
            if re.search("[\u1100-\u11ff\u3130-\u318f가-힣]", line):
                found.append(f"snippets/{name(listing)}.py:{number}: Hangul in code: {line}")
            if len(line) > wide:
                found.append(f"snippets/{name(listing)}.py:{number}: {len(line)} characters; {wide} fit the page: {line}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and any("HANGUL" in unicodedata.name(char, "") for char in node.value):
                found.append(f"snippets/{name(listing)}.py:{node.lineno}: Hangul in code, escaped: {node.value}")
            if asked := asks_the_machine(node):
                found.append(f"snippets/{name(listing)}.py:{node.lineno}: {asked} answers otherwise on another machine or day")
    none_of(found)


def test_no_record_speaks_of_this_machine():
    kept = [*SNIPPETS.rglob("*.out"), *SNIPPETS.rglob("*.json"), *SNIPPETS.rglob("*.txt")]
    none_of(f"{where(file)}:{number}: “{MACHINE.search(line)[0]}” is so on this machine or today only"
            for file in sorted(kept) for number, line in enumerate(file.read_text().splitlines(), 1) if MACHINE.search(line))
