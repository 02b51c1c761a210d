"""What the search index has of a page: its text, each word of its programs once, its errors without their way, and synonyms.

The reader's words lead to the book's: synonyms.tsv gives pages further words to be found by, one line a page (page, Korean,
English). Material's search ranks what stands in an entry's tags above all; our pages have none of their own, and show none.
"""
import collections
import functools
import html
import json
import re
from pathlib import Path

WORDS = Path(__file__).with_name("synonyms.tsv")
UNREAD = re.compile(r'(?s)<details class="stepper".*?</details>|<figure class="plot".*?</figure>|<label>.*?</label>|</?(?:span|abbr|i|ins)\b[^>]*>')
PROGRAM = re.compile(r"(?s)(<pre>\s*<code[^>]*>)(.*?)(</code></pre>)")
FRAME = re.compile(r"(?m)^  File .*\n(?:    .*\n)?")


def synonyms(lang: str) -> dict[str, list[str]]:
    rows = [line.split("\t") for line in WORDS.read_text().splitlines()]
    return {page: {"ko": korean, "en": english}[lang].split() for page, korean, english in rows}


@functools.lru_cache(512)  # serve asks for the same pages at each edit
def condensed(content: str) -> str:
    """A listing is found by its words, and most of them stood in the one above; a quarter of the index's weight."""
    seen = set()

    def words(match):
        if "Traceback" in match[2]:
            return match[1] + FRAME.sub("", match[2]) + match[3]
        new = [word for word in dict.fromkeys(re.findall(r"[A-Za-z_][\w.]*", html.unescape(match[2]))) if word not in seen]
        seen.update(new)
        return match[1] + " ".join(new) + match[3]

    return PROGRAM.sub(words, UNREAD.sub("", content))


def for_the_index(context, page, config, nav):
    """Before the search plugin, which would read every tag: half of its time."""
    page.as_read = page.content
    page.content = condensed(page.content)
    if page.meta.get("search", {}).get("exclude"):  # its name and first words still find it
        page.content, page.meta["search"]["exclude"] = page.content.partition("<h2")[0], None
    page.meta["tags"] = synonyms(config.theme["language"]).get(page.file.src_uri.rpartition(".")[0], [])


def for_the_reader(context, page, config, nav):
    page.content = page.as_read
    del page.meta["tags"]
    if "exclude" in page.meta.get("search", {}):
        page.meta["search"]["exclude"] = True


def rare(docs) -> list:
    """Without the words that the programs of every fortieth page have: nobody finds a page by them."""
    pages = collections.defaultdict(set)
    for doc in docs:
        for program in PROGRAM.finditer(doc["text"]):
            for word in program[2].split():
                pages[word].add(doc["location"].partition("#")[0])
    many = len({doc["location"].partition("#")[0] for doc in docs}) / 40

    def left(program):
        kept = [word for word in program[2].split() if len(pages[word]) <= many]
        return program[0] if "Traceback" in program[2] else program[1] + " ".join(kept) + program[3]

    return [{**doc, "text": PROGRAM.sub(left, doc["text"])} for doc in docs]


def as_written(config):
    """The plugin escapes each Hangul syllable; as it is, it weighs less."""
    index = Path(config.site_dir, "search/search_index.json")
    whole = json.loads(index.read_text())
    text = json.dumps({**whole, "docs": rare(whole["docs"])}, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text)
    if not config.use_directory_urls:  # a page opened as a file may load a script, and no JSON
        index.with_suffix(".js").write_text(f"var __index = {text}")
