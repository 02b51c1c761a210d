"""The gallery of errors: every entry is a real message, mended, listed once, and found by who pastes it."""
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from book import ROOT, SNIPPETS
from book.pages import FOLDERS, LANGUAGES, pages, where
from tests.several import none_of

GALLERY = [path for lang in LANGUAGES for path in pages(lang) if path.name.startswith("errors-")]
ROW = re.compile(r"(?m)^\| \[(`+ ?.+? ?`+)\]\((errors-[\w-]+\.md)#([\w-]+)\) \| `(\w+)` \|$")


@dataclass(frozen=True)
class Entry:
    page: Path
    message: str
    anchor: str
    includes: tuple
    headings: int

    def __str__(self):
        return f"{where(self.page)}#{self.anchor}"

    @property
    def folder(self):
        return self.page.stem

    @property
    def causes(self):
        """Its causes, the frequent first: each a program that raises the message, its record, the mended program and its record."""
        return [self.includes[start:start + 4] for start in range(0, len(self.includes), 4)]

    @property
    def record(self):
        return (SNIPPETS / self.includes[1]).read_text()

    @property
    def pasted(self):
        """The line that a reader copies, whose layer has another name than ours."""
        line = next(line for line in self.record.splitlines() if self.message in line)
        for name in re.findall(r"(?m)^class (\w+)\(", (SNIPPETS / self.includes[0]).read_text()):
            line = re.sub(rf"\b{name}\b", "Attention", line)
        return line


def plain(code):
    return re.fullmatch(r"(`+) ?(.+?) ?\1", code)[2]


def entries(path):
    parts = re.split(r"(?m)^## (.+) \{ #(.+) \}$", path.read_text())[1:]
    return [Entry(path, plain(heading), anchor, tuple(re.findall(r'--8<-- "(.+)"', body)), len(re.findall(r"(?m)^### .+ \{ #[\w-]+ \}$", body)))
            for heading, anchor, body in zip(parts[::3], parts[1::3], parts[2::3])]


ENTRIES = [entry for path in GALLERY for entry in entries(path)]


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_entry_is_a_real_message_with_its_mended_programs(entry):
    assert entry.causes, f"{entry}: show a program that raises its message"
    assert entry.headings == len(entry.causes) - 1, f"{entry}: has {len(entry.causes)} causes; each but the first begins with a heading ###"
    for cause in entry.causes:
        stem = Path(cause[0]).stem.removeprefix("fails_")
        assert cause == tuple(f"{entry.folder}/{name}" for name in (f"fails_{stem}.py", f"fails_{stem}.out", f"{stem}.py", f"{stem}.out")), (
            f"{entry}: show fails_{stem}.py with its error, then {stem}.py with its output, and no more")
        record = (SNIPPETS / cause[1]).read_text()
        assert entry.message in " ".join(record.split()), f"{entry}: its heading is not in the record of {cause[0]}"


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_anchor_is_the_first_eight_words_of_its_message(entry):
    wanted = "-".join(re.findall(r"[a-z0-9]+(?:_[a-z0-9]+)*", entry.message.lower())[:8])
    assert entry.anchor == wanted, f"{entry}: the anchor of this message is #{wanted}, so that a pasted message finds it"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_lists_every_entry_once(lang):
    index = ROOT / "docs" / lang / "errors.md"
    listed = [(plain(code), page, anchor, kind) for code, page, anchor, kind in ROW.findall(index.read_text())]
    assert sum(line.startswith("| [") for line in index.read_text().splitlines()) == len(listed), f"{where(index)}: a row that the test can't read"
    there = [(entry.message, entry.page.name, entry.anchor) for entry in ENTRIES if entry.page.parent == index.parent]
    assert sorted(row[:3] for row in listed) == sorted(there)
    assert len(listed) >= 40
    records = {(entry.page.name, entry.anchor): entry.record for entry in ENTRIES if entry.page.parent == index.parent}
    for _, page, anchor, kind in listed:
        assert re.search(rf"(?m)^(?:\w+\.)*{kind}:", records[page, anchor]), f"{where(index)}: {page}#{anchor} is not a {kind}"


PASTED = {
    "errors-define": ("unknown_keyword", "no_super"), "errors-build": ("none_dimension", "as_list"), "errors-call": ("new_state", "half"),
    "errors-symbolic": ("numpy_function", "hidden_cause"), "errors-fit": ("dense_in_call", "no_gradients"), "errors-save": ("no_dict", "weights_name"),
    "errors-load": ("class", "lambda"), "errors-weights": ("child_not_built", "set_weights"),
}


@pytest.mark.kept("docs/*/errors*.md", "snippets/errors*/*", site=("index.html", "en/index.html", "search/*", "en/search/*"))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pasted_message_finds_its_entry_first(lang, search):
    entries = [entry for entry in ENTRIES if entry.page.parent.name == lang and Path(entry.includes[2]).stem in PASTED.get(entry.folder, ())]
    found, answers = [], search(lang, [entry.pasted for entry in entries])
    assert len(entries) == sum(map(len, PASTED.values()))
    for entry in entries:
        links = next(iter(answers[entry.pasted]), [None])
        first = next((link for link in links if link and "#" in link), links[0])
        if first != f"/{FOLDERS[lang]}{entry.folder}/#{entry.anchor}":
            found.append(f"{entry}: {entry.pasted!r} in /{FOLDERS[lang]} finds {first}")
    none_of(found)
