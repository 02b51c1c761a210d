"""The glossary's table, read by whoever needs a term: its meaning as a tooltip on every page, and the ledger of ideas.

Python-Markdown's own `abbr` needs word boundaries, and in Korean a particle follows the word at once.
"""
import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as xml

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from book import ROOT
from book.path import page_of

ROW = re.compile(r"(?m)^\| (?P<english>[^|{]+?) \{ #(?P<id>[\w-]+) \} \| (?P<korean>[^|]+?) \| (?P<not_used>[^|]+?) \| (?P<meaning>.+?) \|$")
# What may follow a Korean noun at once: particles, and the verbs 하다, 되다, 시키다, 이다.
ENDING = "은|는|이|가|을|를|의|에|와|과|도|만|로|으로|들|마다|까지|부터|보다|처럼|나|며|고|란|라|입|면|인|일|여|든|하|합|한|할|해|했|되|된|될|됩|돼|됐|시|째|별|뿐|조차"
VERB = {"하다": "(?:하|합|한|할|함|해|했)", "오다": "(?:오|온|올|옴|옵|와|왔)"}
PLAIN = ("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "abbr", "button", "script", "style", "th")  # no tooltip in these


@dataclass(frozen=True)
class Term:
    id: str
    forms: tuple[str, ...]
    meaning: str


def glossary(lang: str):
    return ROOT / "docs" / lang / "glossary.md"


@cache
def read(text: str, lang: str) -> tuple[Term, ...]:
    column = {"ko": "korean", "en": "english"}[lang]
    return tuple(Term(row["id"], tuple(map(str.strip, row[column].split(","))), row["meaning"].replace("`", "")) for row in ROW.finditer(text))


def terms(lang: str) -> tuple[Term, ...]:
    return read(glossary(lang).read_text(), lang)


def inflected(form: str, lang: str) -> str:
    """A pattern of the form as sentences have it."""
    if lang == "en":
        return rf"\b{re.escape(form)}(?:s|es|d|ed|ing)?\b"
    for ending, pattern in VERB.items():
        if form.endswith(ending):
            return rf"(?<![가-힣]){re.escape(form.removesuffix(ending))}{pattern}[가-힣]*"
    return rf"(?<![가-힣A-Za-z]){re.escape(form)}(?=$|[^가-힣]|{ENDING})"


@cache
def finder(text: str, lang: str) -> re.Pattern:
    """All terms, the longest first, each a group; `lastindex` tells which."""
    forms = sorted(((form, i) for i, term in enumerate(read(text, lang)) for form in term.forms), key=lambda pair: -len(pair[0]))
    return re.compile("|".join(f"(?P<t{i}_{n}>{inflected(form, lang)})" for n, (form, i) in enumerate(forms)), re.I)


def found(prose: str, lang: str):
    """(term, match) for each term in the text, in turn."""
    text = glossary(lang).read_text()
    for match in finder(text, lang).finditer(prose):
        yield read(text, lang)[int(match.lastgroup[1:].partition("_")[0])], match


class Tooltips(Treeprocessor):
    """Gives the first place of each term on a page its meaning."""

    def run(self, root):
        page = page_of(self.md)
        if page.file.src_uri == "glossary.md":
            return
        self.lang, self.seen = page.config.theme["language"], set()
        self.meaning = {term.id: term.meaning for term in terms(self.lang)}
        self.walk(root)

    def walk(self, node):
        if node.tag == "a" and "glossary.md#" in (node.get("href") or ""):
            term = node.get("href").partition("#")[2]
            if term in self.meaning and term not in self.seen:
                self.seen.add(term)
                node.set("title", self.meaning[term])
        if node.tag in PLAIN:
            return
        self.explain(node, None)
        for child in list(node):
            self.walk(child)
            self.explain(node, child)

    def explain(self, parent, child):
        """Puts <abbr> around new terms in the text that begins `parent`, or that follows its `child`."""
        text = parent.text if child is None else child.tail
        if not text or isinstance(text, AtomicString):
            return
        at = 0 if child is None else list(parent).index(child) + 1
        begun, before = 0, None
        for term, match in found(text, self.lang):
            if term.id in self.seen:
                continue
            self.seen.add(term.id)
            between = text[begun:match.start()]
            if before is not None:
                before.tail = between
            elif child is None:
                parent.text = between
            else:
                child.tail = between
            before = xml.Element("abbr", {"title": term.meaning, "tabindex": "0"})
            before.text = AtomicString(match[0])
            parent.insert(at, before)
            at, begun = at + 1, match.end()
        if before is not None:
            before.tail = text[begun:]


class TooltipExtension(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(Tooltips(md), "terms", 12)  # after `inline`, before MkDocs' own `relpath` reads links
