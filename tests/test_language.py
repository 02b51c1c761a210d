"""Two books with one skeleton, one word per idea, and no human language in code."""
import re
import statistics
from itertools import zip_longest

import pytest
import yaml
from bs4 import BeautifulSoup

from book.pages import LANGUAGES, names, pages, prose, where
from book.listings import LISTINGS, ROOT, name

PAGES = [page for lang in LANGUAGES for page in pages(lang)]
KOREAN = pages("ko")
GLOSSARY = ROOT / "docs/ko/glossary.md"
SKELETON = ["h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "tr", "td", "th", "details", "summary", "pre", "svg", "img", "blockquote", "dt", "dd"]


def forbidden_words():
    """The third column of the glossary's tables, with the word of the second that rules instead."""
    rows = [[cell.strip() for cell in line.strip("|\n ").split("|")] for line in GLOSSARY.read_text().splitlines() if line.startswith("|")]
    assert rows[0][2] == "쓰지 않는 말", f"{where(GLOSSARY)}: the table's third column must be 쓰지 않는 말"
    return {word: row[1] for row in rows[2:] for word in map(str.strip, row[2].split(",")) if word.strip("–-") and word != rows[0][2]}


def sentences(page):
    text = re.sub(r"(?ms)\A---.*?^---$|^[#|!].*?$|^<.*?^</\w+>$", "", prose(page))
    text = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "\n\n", text, flags=re.M)
    return [s for block in re.split(r"\n\s*\n", text) for s in re.split(r"(?<=[.?!])\s+", " ".join(block.split())) if len(s.split()) > 1]


def test_every_page_has_its_twin():
    assert names("ko") == names("en"), f"in one language only: {sorted(set(names('ko')) ^ set(names('en')))}"


@pytest.mark.parametrize("page", names("ko"))
def test_twins_share_one_skeleton(page, site):
    def skeleton(folder):
        path = page.removesuffix(".md").removesuffix("index")
        article = BeautifulSoup((site / folder / path / "index.html").read_text(), "html.parser").article
        return [(tag.name, tag.get("id"), " ".join(tag.get_text().split())[:60]) for tag in article.find_all(SKELETON)], sorted(
            link["href"] for link in article.find_all("a", href=True) if "headerlink" not in link.get("class", []))
    (korean, korean_links), (english, english_links) = skeleton(""), skeleton("en")
    for ours, theirs in zip_longest(korean, english, fillvalue=("nothing", None, "")):
        assert ours[:2] == theirs[:2], (
            f"docs/ko/{page} has <{ours[0]}> “{ours[2]}” ({ours[1]}) where docs/en/{page} has <{theirs[0]}> “{theirs[2]}” ({theirs[1]})")
    assert korean_links == english_links, f"{page}: links in one language only: {sorted(set(korean_links) ^ set(english_links)) or 'one of them twice'}"


@pytest.mark.parametrize("page", PAGES, ids=where)
def test_a_page_is_addressed_in_english_and_describes_itself(page):
    text = page.read_text()
    said = re.match(r"---\n(.*?)\n---\n", text, re.S)
    assert said and len(yaml.safe_load(said[1]).get("description", "")) >= 40, f"{where(page)}:2: begin with a description of at least 40 characters"
    menu = yaml.safe_load(said[1]).get("menu", "")
    assert 0 < len(menu) <= 28, f"{where(page)}:2: give the page a short name for the menu, as in menu: build(); its H1 is the sentence"
    for number, line in enumerate(prose(page).splitlines(), 1):
        if re.match(r"#+ ", line):
            source = text.splitlines()[number - 1]
            assert re.search(r"\{ #[a-z0-9][a-z0-9_-]* \}$", source), f"{where(page)}:{number}: end this heading with an English id, as in {{ #first-call-builds }}: {source}"
        assert not re.match(r"\s*[-*] \[[ x]\]", line), f"{where(page)}:{number}: no task lists; their boxes have no names"
    assert len(re.findall(r"(?m)^\s*(?:!!!|\?\?\?\+?) (?!question)", text)) <= 1, f"{where(page)}: more than one admonition"


@pytest.mark.parametrize("page", [page for page in KOREAN if page != GLOSSARY], ids=where)
def test_korean_keeps_to_the_glossary(page):
    forbidden = forbidden_words()
    for number, line in enumerate(prose(page).splitlines(), 1):
        line = re.sub(r"(?<=\*\*)\([^)]*\)", "", line)  # **정방향 계산**(forward pass, 순전파) and 표본(샘플) tell the usual word
        for word, ours in forbidden.items():
            assert number < 4 or word not in line.replace(f"{ours}({word})", ours), f"{where(page)}:{number}: {word} is not a word of this book; write {ours}"
        assert not re.search(r"당신|여러분|우리(?:는|가|의| )", line), f"{where(page)}:{number}: speak to nobody by pronoun: {line}"
        assert not re.search(r"[가-힣]요[.!?](?:\s|$)", re.sub("세요[.!?]", "", line)), f"{where(page)}:{number}: 합니다체 and ~하세요 only: {line}"
    lines = page.read_text().splitlines()
    for number, (line, gap, after) in enumerate(zip(lines, lines[1:], lines[2:]), 1):
        assert not (line.endswith((":", "：")) and not gap and after.startswith("```")), f"{where(page)}:{number}: no colon before code: {line}"


@pytest.mark.parametrize("page", pages("en"), ids=where)
def test_english_avoids_words_that_belittle(page):
    for number, line in enumerate(prose(page).splitlines(), 1):
        found = re.search(r"\b(simply|just|obviously|easy|easily|of course)\b", line, re.I)
        assert not found, f"{where(page)}:{number}: “{found[0]}” tells a reader who is stuck that it is their fault"


@pytest.mark.parametrize("page", PAGES, ids=where)
def test_sentences_are_short(page):
    lengths = [len(sentence.split()) for sentence in sentences(page)]
    limit = 10 if page in KOREAN else 16
    assert statistics.median(lengths) <= limit, f"{where(page)}: half of the sentences are longer than {statistics.median(lengths)} words; the limit is {limit}"


@pytest.mark.parametrize("listing", LISTINGS, ids=name)
def test_code_speaks_no_human_language(listing):
    wide = 100 if listing.stem == "contract" else 80  # the contract is a file to copy, not to read in a page's column
    for number, line in enumerate(listing.read_text().splitlines(), 1):
        assert not re.search("[가-힣]", line), f"snippets/{name(listing)}.py:{number}: Hangul in code: {line}"
        assert len(line) <= wide, f"snippets/{name(listing)}.py:{number}: {len(line)} characters; {wide} fit the page"
