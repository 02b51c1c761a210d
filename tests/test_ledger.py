"""No word and no idiom before the page that introduces it: Learn, walked in the order of its menu, against ledger.tsv."""
import ast
import re

import pytest

from book import ROOT, terms
from book.pages import LANGUAGES, config, listings, names, prose, where
from book.path import path

LEDGER = dict(line.split("\t") for line in (ROOT / "tests/ledger.tsv").read_text().splitlines())
WALK = [page for page in path(config("ko")) if page != "index.md"]  # that is the cover, not a page of the walk
PLACE = {page.removesuffix(".md"): number for number, page in enumerate(WALK)} | {"-": -1}
LATER = len(WALK)  # the place of every page of Reference: the path does without what it introduces


def is_debug(node) -> bool:
    """f"{x = }" is a text that ends in the value's own expression and =, and then the value."""
    pairs = zip(node.values, node.values[1:]) if isinstance(node, ast.JoinedStr) else ()
    return any(isinstance(text, ast.Constant) and isinstance(value, ast.FormattedValue)
               and "".join(str(text.value).split()).replace('"', "'").endswith("".join(ast.unparse(value.value).split()) + "=") for text, value in pairs)


def is_call_of(node, *ends) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ends


PYTHON = {
    "decorator": lambda node: bool(getattr(node, "decorator_list", None)),
    "kwargs": lambda node: isinstance(node, ast.arguments) and node.kwarg is not None,
    "dict-unpacking": lambda node: isinstance(node, ast.Dict) and None in node.keys,
    "starred-tuple": lambda node: isinstance(node, (ast.Tuple, ast.List)) and any(isinstance(item, ast.Starred) for item in node.elts),
    "f-debug": is_debug,
    "lambda": lambda node: isinstance(node, ast.Lambda),
    "comprehension": lambda node: isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)),
    "slice": lambda node: isinstance(node, ast.Slice) and isinstance(node.upper, ast.UnaryOp),
    "functional-model": lambda node: is_call_of(node, "keras.Model") and len(node.args) == 2,
    "model-subclass": lambda node: isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Model") for base in node.bases),
}


def named(node) -> str | None:
    """The name that a node of a program defines, reads or hands over."""
    return getattr(node, "attr", None) or getattr(node, "arg", None) or (node.name if isinstance(node, ast.FunctionDef) else None)


def used(page, lang):
    """(idea, line of the page) for every idea that the page uses, as far as the ledger knows ideas."""
    for number, line in enumerate(prose(page).splitlines(), 1):
        if number > 5 or not page.read_text().startswith("---"):
            yield from ((f"term:{term.id}", number) for term, _ in terms.found(line, lang))
    text = re.sub(r"(?ms)^( *)(```+)[^\n]*\n.*?^\1\2 *$", lambda fence: "\n" * fence[0].count("\n"), page.read_text())
    for number, line in enumerate(text.splitlines(), 1):
        for code in re.findall(r"`([^`\n]+)`", line):
            yield from ((f"keras:{name}", number) for name in re.findall(r"\w+", code) if f"keras:{name}" in LEDGER)
    for shown in listings(page):
        for node in ast.walk(ast.parse(shown.code)):
            yield from ((f"python:{idiom}", shown.line) for idiom, is_used in PYTHON.items() if is_used(node))
            if f"keras:{named(node)}" in LEDGER:
                yield f"keras:{named(node)}", shown.line


def shows(page, idea, lang) -> bool:
    """Does the page show to its reader that it introduces the idea?"""
    kind, _, name = idea.partition(":")
    text = page.read_text()
    if kind == "python":
        return f"{{ #python-{name} }}" in text
    if kind == "keras":
        return bool(re.search(rf"(?m)^#+ .*`[^`]*\b{name}\b[^`]*`|\*\*[^*]*`[^`]*\b{name}\b[^`]*`[^*]*\*\*", text))
    return any(term.id == name for bold in re.findall(r"\*\*(.*?)\*\*", prose(page)) for term, _ in terms.found(bold, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", WALK)
def test_no_idea_is_used_before_its_page(page, lang):
    source = ROOT / "docs" / lang / page
    early = {}
    for idea, line in used(source, lang):
        if idea in LEDGER and PLACE.get(LEDGER[idea], LATER) > PLACE[page.removesuffix(".md")]:
            early.setdefault(idea, line)
    assert not early, "\n".join(f"{where(source)}:{line}: uses {idea}, which {LEDGER[idea]}.md introduces later" for idea, line in early.items())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("idea", [idea for idea, page in LEDGER.items() if 0 <= PLACE.get(page, LATER) < LATER])
def test_a_page_shows_that_it_introduces_an_idea(idea, lang):
    assert shows(ROOT / "docs" / lang / f"{LEDGER[idea]}.md", idea, lang), (
        f"docs/{lang}/{LEDGER[idea]}.md introduces {idea} in tests/ledger.tsv and doesn't show it; see CONTRIBUTING.md, An idea before its use")


def test_the_ledger_knows_every_term_and_idiom_of_the_path():
    known = {idea.partition(":")[2] for idea in LEDGER if idea.startswith("term:")}
    seen = {idea.partition(":")[2] for lang in LANGUAGES for page in WALK for idea, _ in used(ROOT / "docs" / lang / page, lang) if idea.startswith("term:")}
    assert seen <= known, f"Learn uses terms that no page introduces: {sorted(seen - known)}"
    assert {f"python:{idiom}" for idiom in PYTHON} <= set(LEDGER)
    pages = {page.removesuffix(".md") for page in names("ko")} | {"-"}
    assert set(LEDGER.values()) <= pages, f"tests/ledger.tsv: no such pages: {set(LEDGER.values()) - pages}"


@pytest.mark.parametrize("idiom, code", [
    ("decorator", "@f\ndef g(): pass"), ("kwargs", "def f(**kwargs): pass"), ("dict-unpacking", "{**a, 'k': 1}"), ("starred-tuple", "(*s[:-1], n)"),
    ("f-debug", "f'{x = }'"), ("lambda", "lambda x: x"), ("comprehension", "[x for x in y]"), ("slice", "s[:-1]"),
    ("functional-model", "keras.Model(x, y)"), ("model-subclass", "class M(keras.Model): pass")])
def test_an_idiom_is_recognised_and_plain_code_is_not(idiom, code):
    assert any(PYTHON[idiom](node) for node in ast.walk(ast.parse(code)))
    plain = "class A(keras.layers.Layer):\n    def f(self, x, y=1):\n        return g(x[-1], x[:2], k=[x, y]), f'{x} = {y!r}', {'k': y}"
    assert not any(PYTHON[idiom](node) for node in ast.walk(ast.parse(plain)))
