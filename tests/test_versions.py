"""What the book says of other versions is what `make versions` wrote; what that command says of bad ones. (It downloads, and takes minutes.)"""
import json
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from book import ROOT, kept, since, versions
from book.differs import KINDS, PAGE, Reason, minor, order, played, proven, reasons, rows
from book.listings import LISTINGS, name
from book.pages import FOLDERS, LANGUAGES, listings, pages, where
from tests.several import none_of
from tests.test_commands import small  # noqa: F401, a fixture


def test_each_exception_is_of_a_listing_a_version_that_was_played_a_kind_and_a_reason():
    known, given, there = played(), {reason.name for reason in reasons()}, {name(listing) for listing in LISTINGS}
    for row in rows():
        about = f"snippets/changed/differs.tsv: {row.listing}"
        assert row.listing in there, f"{about} has gone; run make versions"
        assert row.versions and set(row.versions.split()) <= set(known), f"{about} is of {row.versions}, and not all of these were played"
        assert row.kind in KINDS and row.reason in given, f"{about}: nobody has said why it goes otherwise; see snippets/changed/reasons.tsv"
    gone = given - {row.reason for row in rows()}
    assert not gone, f"snippets/changed/reasons.tsv: nothing goes otherwise for {sorted(gone)}"


def test_the_table_counts_the_exceptions():
    """But those that were lost since; a new listing waits for the next `make versions`, as for `make backends`."""
    assert versions.table_of(versions.before(), played()) == versions.PLAYED.read_text(), "snippets/changed/played.txt does not count differs.tsv; run make versions"


def test_a_reason_is_whole():
    for reason in reasons():
        assert reason.side in ("old", "new") and reason.kind in KINDS and reason.ko.endswith(".") and reason.en.endswith("."), reason
        assert reason.where != "*" or reason.kind == "words" and reason.sign, f"{reason.name}: only a pattern of words may be blanked everywhere"
        re.compile(reason.sign)
        assert not re.search(r"\d\.\d", reason.ko + reason.en), f"{reason.name}: the version is said by the data"


def marked(html):
    marks = BeautifulSoup(html, "html.parser").select("article .since") if "since" in html else []  # most pages have none
    return [" ".join(mark.get_text().split()) for mark in marks]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_below_a_listing_what_goes_otherwise_and_nowhere_else(lang, site):
    said, found = since.marks(lang), []
    for page in pages(lang):
        folder = str(page.relative_to(ROOT / "docs" / lang).with_suffix("")).removesuffix("index")
        html = (site / FOLDERS[lang] / folder / "index.html").read_text()
        wanted = [re.sub(r"\[(.*?)\]\(.*?\)|`", r"\1", line) for listing in listings(page) for line in said.get(name(listing.included), [])]
        shown = json.loads(kept.kept("marks of versions", where(page), [Path(__file__), html], lambda: json.dumps(marked(html))))
        if shown != wanted:
            found.append(f"{where(page)} says {shown}, and the data {wanted}")
    none_of(found)


def changes(lang):
    """(version of the section, listing) as the page has them; a small copy of the book has no such page."""
    page = ROOT / f"docs/{lang}/changed.md"
    for section in re.split(r"(?m)^(?=## )", page.read_text() if page.exists() else ""):
        if told := re.match(r"## .*\{ #keras-(\d+)-(\d+) \}", section):
            for listing in re.findall(r'--8<-- "changed/(\w+)\.py"', section):
                assert f'--8<-- "changed/{listing}.txt"' in section, f"docs/{lang}/changed.md shows {listing} on one version only"
                yield f"{told[1]}.{told[2]}", listing


def within(run):
    """3.8–3.10: these three."""
    first, last = (order(each)[1] for each in (run.split("–")[0], run.split("–")[-1]))
    return [f"3.{number}" for number in range(first, last + 1)]


@pytest.mark.parametrize("version, listing", [*changes("en")])
def test_a_change_is_backed_by_what_was_printed_on_both_sides(version, listing):
    """The record is what the book's version prints; below it stands what the others printed, and the version of the section begins it."""
    otherwise = {each for row in rows() if row.listing == f"changed/{listing}" for each in row.versions.split()}
    said = ", ".join(re.findall(r"(?m)^Keras (.*)$", (PAGE / f"{listing}.txt").read_text()))
    assert {each for run in said.split(", ") for each in within(run)} == otherwise, f"snippets/changed/{listing}.txt speaks of {said}; run make versions"
    known = sorted(played(), key=order)
    if order(version) > order(minor(proven())):
        assert version in otherwise and minor(proven()) not in otherwise, f"{listing}: does not change in {version}"
    else:
        assert known[known.index(version) - 1] in otherwise and version not in otherwise, f"{listing}: does not change in {version}, but on {sorted(otherwise, key=order)}"


def test_both_books_tell_the_same_changes():
    assert [*changes("ko")] == [*changes("en")] != []


RAGGED = Reason("ragged", "old", "words", "*", ", ragged=False", "말.", "Words.")
FILTERS = Reason("filters", "old", "feature", "quantization/*", "filters", "없습니다.", "None.")


@pytest.mark.parametrize("listing, record, printed, wanted", [
    ("call/a", "T(2, ragged=False)", "T(2)", ["ragged"]),
    ("call/a", "T(2, ragged=False)\n3", "T(2)\n4", []),
    ("quantization/a", "T(2, ragged=False)\n3", "T(2)\nno filters=", ["filters"]),
    ("call/a", "3", "no filters=", []),
])
def test_a_difference_is_explained_whole_or_not_at_all(listing, record, printed, wanted):
    assert [reason.name for reason in versions.why(listing, "old", record, printed, [RAGGED, FILTERS])] == wanted
    assert not versions.why(listing, "new", record, printed, [RAGGED, FILTERS])


@pytest.mark.parametrize("minors, said", [(["3.8"], "3.8"), (["3.10", "3.9", "3.8"], "3.8–3.10"), (["3.8", "3.9", "3.13"], "3.8–3.9, 3.13")])
def test_versions_are_spoken_as_ranges(minors, said):
    assert versions.spoken(minors) == said


def test_an_install_that_is_killed_leaves_nothing(tmp_path, monkeypatch):
    def killed(command, **_):
        Path(command[command.index("--target") + 1]).mkdir(parents=True)
        raise KeyboardInterrupt
    monkeypatch.setattr(versions, "INSTALLED", tmp_path)
    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(KeyboardInterrupt):
        versions.install("3.9")
    assert not (tmp_path / "3.9").exists()

    def installs(command, **_):
        Path(command[command.index("--target") + 1]).mkdir()
        return subprocess.CompletedProcess(command, 0)
    monkeypatch.setattr(subprocess, "run", installs)
    assert versions.install("3.9").is_dir()


@pytest.mark.kept("book/**/*", "tests/test_commands.py", "snippets/build/lazy*", "snippets/index/*", "snippets/testing/contract.py")
def test_what_does_not_install_or_hangs_is_named_and_the_rest_goes_on(small):  # noqa: F811
    shutil.rmtree(small / "snippets/changed", ignore_errors=True)
    (small / "snippets/build/hangs.py").write_text("import time\ntime.sleep(600)\n")
    (small / "snippets/build/hangs.out").write_text("")
    (small / "snippets/build/lazy.out").write_text("something else\n")
    oldest = small / ".cache/keras" / versions.releases()[0]  # the book's own Keras, in the place of another
    oldest.mkdir(parents=True)
    for part in Path(sysconfig.get_path("purelib")).glob("keras*"):
        (oldest / part.name).symlink_to(part)
    environment = {**os.environ, "SECONDS": "12", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    ran = subprocess.run([small / ".venv/bin/python", "-m", "book.versions", *versions.releases()[1::-1]],
                         cwd=small, env=environment, text=True, capture_output=True)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert f"Keras {versions.releases()[1]} is left out: " in ran.stdout, ran.stdout + ran.stderr
    assert "build/hangs.py did not end within 12 s" in ran.stdout
    assert "build/lazy prints otherwise, and nobody has said why" in ran.stdout
    assert "build/lazy\t" in (small / "snippets/changed/differs.tsv").read_text()
    assert "-something else" in (small / ".cache/versions" / minor(proven()) / "build-lazy.diff").read_text()
    assert f"{proven()} " in (small / "snippets/changed/played.txt").read_text()
