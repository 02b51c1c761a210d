"""Two books with one skeleton, one word per idea, and nothing in the wrong language."""
import re
import statistics
import unicodedata

import yaml

from book import ROOT, SNIPPETS, terms
from book.listings import CONTRACT
from book.pages import INCLUDE, LANGUAGES, names, pages, prose, where
from tests.several import none_of

PAGES = [page for lang in LANGUAGES for page in pages(lang)]
KOREAN = pages("ko")
GLOSSARY = ROOT / "docs/ko/glossary.md"


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


def test_twins_include_the_same_in_the_same_order():
    found = []
    for korean in KOREAN:
        english = ROOT / "docs/en" / korean.relative_to(ROOT / "docs/ko")
        ours, theirs = (INCLUDE.findall(page.read_text()) for page in (korean, english))
        found += [f"{where(korean)} includes {one} where {where(english)} includes {other}" for one, other in zip(ours, theirs) if one != other][:1]
    none_of(found)


def addressed_in_english_and_described(page):
    text = page.read_text()
    said = re.match(r"---\n(.*?)\n---\n", text, re.S)
    about = (yaml.safe_load(said[1]) if said else None) or {}
    if len(about.get("description", "")) < 40:
        yield f"{where(page)}:2: begin with a description of at least 40 characters"
    if not 0 < len(about.get("menu", "")) <= 28 and "labs" not in page.parts:
        yield f"{where(page)}:2: give the page a short name for the menu, as in menu: build(); its H1 is the sentence"
    ids = []
    for number, line in enumerate(prose(page).splitlines(), 1):
        if re.match(r"#+ ", line):
            source = text.splitlines()[number - 1]
            named = re.search(r"\{ #([a-z0-9][a-z0-9_-]*) \}$", source)
            if not named:
                yield f"{where(page)}:{number}: end this heading with an English id, as in {{ #first-call-builds }}: {source}"
            elif named[1] in ids:
                yield f"{where(page)}:{number}: the heading id #{named[1]} stands twice on this page"
            ids.append(named and named[1])
        if re.match(r"\s*[-*] \[[ x]\]", line):
            yield f"{where(page)}:{number}: no task lists; their boxes have no names"
    if len(re.findall(r"(?m)^\s*(?:!!!|\?\?\?\+?) (?!question)", text)) > 1:
        yield f"{where(page)}: more than one admonition"


def test_pages_are_addressed_in_english_and_describe_themselves():
    none_of(fault for page in PAGES for fault in addressed_in_english_and_described(page))


def politely_korean(page):
    forbidden = forbidden_words()
    ruling = [form for term in terms.terms("ko") for form in term.forms]
    lines = page.read_text().splitlines()
    for number, line in enumerate(prose(page).splitlines(), 1):
        line = re.sub(r"(?<=\*\*)\([^)]*\)", "", line)  # **정방향 계산**(forward pass, 순전파) and 표본(샘플) tell the usual word
        for word, ours in forbidden.items():
            said = line.replace(f"{ours}({word})", ours)
            for term in (term for term in ruling if word in term):  # 브로드캐스팅 holds a 로드 and is a word of its own
                said = said.replace(term, "")
            if number > 3 and word in said:
                yield f"{where(page)}:{number}: {word} is not a word of this book; write {ours}"
        if re.search(r"당신|여러분|우리(?:는|가|의| )", line):
            yield f"{where(page)}:{number}: speak to nobody by pronoun: {line}"
        if re.search(r"[가-힣]요[.!?](?:\s|$)", re.sub("세요[.!?]", "", line)):
            yield f"{where(page)}:{number}: 합니다체 and ~하세요 only: {line}"
        if left := re.search(r"(?<![\w가-힣*(|])[A-Z]?[a-z]+(?: [a-z]+){3,}[.?!]", re.sub("“[^”]*”", "", line)):
            yield f"{where(page)}:{number}: English is left in the Korean book: {left[0]}"
    for number, (line, gap, after) in enumerate(zip(lines, lines[1:], lines[2:]), 1):
        if line.endswith((":", "：")) and not gap and after.startswith("```"):
            yield f"{where(page)}:{number}: no colon before code: {line}"


def test_korean_keeps_to_the_glossary():
    none_of(fault for page in KOREAN if page != GLOSSARY for fault in politely_korean(page))


def plainly_english(page):
    for number, line in enumerate(prose(page).splitlines(), 1):
        if found := re.search(r"\b(simply|just|obviously|easy|easily|of course)\b", line, re.I):
            yield f"{where(page)}:{number}: “{found[0]}” tells a reader who is stuck that it is their fault"
        if page.stem != "glossary" and (left := re.search("[가-힣][가-힣 .,]*", re.sub("“[^”]*”", "", line))):
            yield f"{where(page)}:{number}: Korean is left in the English book: {left[0]}"


def test_english_avoids_words_that_belittle_and_korean():
    none_of(fault for page in pages("en") for fault in plainly_english(page))


def test_sentences_are_short():
    found = []
    for page in PAGES:
        limit, middle = 10 if page in KOREAN else 16, statistics.median(len(sentence.split()) for sentence in sentences(page))
        if middle > limit:
            found.append(f"{where(page)}: half of the sentences are longer than {middle} words; the limit is {limit}")
    none_of(found)


VERSION = re.compile(r"\b(Keras|TensorFlow|NumPy|Python|JAX|PyTorch|MkDocs) v?(\d+\.\d+(?:\.\d+)*)")


PROVEN = re.findall(r'"(3\.\d+)"', (ROOT / ".github/workflows/book.yml").read_text())


def test_no_version_is_typed():
    """A version in prose is one that a record of the page has, or a Python that the workflow proves the book on."""
    found = []
    for page in PAGES:
        printed = " ".join((SNIPPETS / include).read_text() for include in INCLUDE.findall(page.read_text()) if (SNIPPETS / include).exists())
        printed += CONTRACT.read_text().partition("import ")[0] * ("contract.py" in page.read_text())  # its versions are held by make old-keras
        for number, line in enumerate(prose(page).splitlines(), 1):
            for said in VERSION.finditer(line):
                if said[2] not in printed and said[2] not in PROVEN:
                    found.append(f"{where(page)}:{number}: “{said[0]}” is typed; let a listing of this page print it, or leave it out")
    none_of(found)


CONFLICT = re.compile(r"(?m)^(<{7} |={7}$|>{7} )")
WRITTEN = sorted(path for folder in ("docs", "snippets", "theme", "book", "tests", ".ci", ".github") for path in (ROOT / folder).rglob("*")
                 if path.is_file() and path.suffix not in (".png", ".pyc"))
WRITTEN += [path for path in ROOT.iterdir() if path.is_file()]


def test_files_are_whole():
    found, names_seen = [], {}
    for path in WRITTEN:
        data = path.read_bytes()
        text = data.decode()
        if data.startswith(b"\xef\xbb\xbf"):
            found.append(f"{where(path)}:1: begins with a byte order mark; save it as plain UTF-8")
        if b"\r" in data:
            found.append(f"{where(path)}:{data[:data.index(bytes([13]))].count(bytes([10])) + 1}: has Windows line ends; save it with \\n")
        if mark := CONFLICT.search(text):
            found.append(f"{where(path)}:{text[:mark.start()].count(chr(10)) + 1}: a conflict of a merge is left")
        if not unicodedata.is_normalized("NFC", text):
            line = next(number for number, line in enumerate(text.splitlines(), 1) if not unicodedata.is_normalized("NFC", line))
            found.append(f"{where(path)}:{line}: decomposed letters, which search does not find; normalize to NFC")
        other = names_seen.setdefault(str(path).casefold(), path)
        if other != path:
            found.append(f"{where(path)} and {where(other)} are one file on machines that do not tell capitals apart")
    none_of(found)
