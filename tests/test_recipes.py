"""Each recipe is a file to save with its test beside it, shown, proven, used, broken and on a card of the index; in both books."""
import ast
import re

import pytest
from bs4 import BeautifulSoup

from book import ROOT, SNIPPETS, downloads, recipes
from book.listings import beside
from book.pages import FOLDERS, INCLUDE, LANGUAGES, config, pages, where
from tests.several import none_of

MODULES = sorted(file for file in downloads.RECIPES.glob("*.py") if not file.stem.startswith("test_"))
SHOWING = [page for lang in LANGUAGES for page in pages(lang) if '--8<-- "recipes/' in page.read_text()]
STANDING_ALONE = {"keras", "numpy", "math"}
FRAME = ["formula", "layer", "proof", "in-use", "wrong", "promise"]


def registered(node) -> bool:
    return any("register_keras_serializable(package=" in ast.unparse(each) for each in node.decorator_list)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_recipe_is_a_file_that_stands_alone_with_its_test_beside_it(module):
    found = []
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
            found += [f"{where(module)}:{node.lineno}: imports {name}; a recipe needs {sorted(STANDING_ALONE)} only" for name in names if name.split(".")[0] not in STANDING_ALONE]
        elif not (isinstance(node, ast.ClassDef) and registered(node) or isinstance(node, ast.FunctionDef)):
            found.append(f"{where(module)}:{node.lineno}: a recipe has imports, functions and registered classes: {ast.unparse(node).splitlines()[0]}")
    test = module.with_stem(f"test_{module.stem}")
    if not test.exists() or module not in beside(test) or "check_layer(" not in test.read_text():
        found.append(f"{where(test)}: hold the class of {module.name} to the contract with check_layer()")
    none_of(found)


def lacking(page):
    """What a page of a recipe lacks."""
    text, shown = page.read_text(), INCLUDE.findall(page.read_text())
    files = [file.removeprefix("recipes/") for file in shown if re.fullmatch(r"recipes/\w+\.py", file)]
    own = [SNIPPETS / file for file in shown if file.startswith(f"{page.stem}/") and file.endswith(".py")]
    records = {file: file.with_suffix(".out").read_text() for file in own if file.with_suffix(".out").exists()}
    for file in files:
        if not file.startswith("test_") and f"test_{file}" not in files:
            yield f"shows {file} and not test_{file}"
        if f"](recipes/{file}){{ download }}" not in text:
            yield f"has no link that saves it: [{file}](recipes/{file}){{ download }}"
    headings = re.findall(r"(?m)^## .*\{ #([\w-]+) \}$", text)
    if [each for each in headings if each in FRAME] != FRAME:
        yield f"has the sections {headings}; a recipe has {FRAME}, in this order"
    if not any("broken_promises(" in file.read_text() and "broken = []\n" in record for file, record in records.items()):
        yield "has no proof: a listing that prints broken = [] for broken_promises(…)"
    if not any(file.stem.startswith("fails_") and beside(file) and re.search(r"\d", record.rpartition("Error: ")[2]) for file, record in records.items()):
        yield "has no fails_….py in which the recipe refuses bad input, with the numbers"
    if not re.search(r"(?m)^```drawn ", text.partition("#in-use }")[2]):
        yield "does not draw what it learns: ```drawn below the listing in use"
    if not (page.name in [each for _, members in recipes.kinds(config(page.parent.name)) for each in members]):
        yield f"has no card: list it in the part {recipes.PART} of mkdocs.yml"


@pytest.mark.parametrize("page", SHOWING, ids=where)
def test_a_page_of_a_recipe_has_all_its_parts(page):
    none_of(f"{where(page)}: {lack}" for lack in lacking(page))


def test_each_recipe_has_its_page():
    shown = {file for page in SHOWING for file in INCLUDE.findall(page.read_text())}
    none_of(f"{where(module)} is shown on no page" for module in MODULES if f"recipes/{module.name}" not in shown)
    members = [page for _, each in recipes.kinds(config("ko")) for page in each]
    none_of(f"mkdocs.yml: {page} is in the part {recipes.PART} and shows no recipe" for page in members if ROOT / "docs/ko" / page not in SHOWING)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_has_a_card_with_a_picture_for_each(lang, site):
    html = BeautifulSoup((site / FOLDERS[lang] / "recipes/index.html").read_text(), "html.parser")
    cards = {card.a["href"]: card for card in html.select(".cards li")}
    assert list(cards) == [f"../{page.removesuffix('.md')}/" for _, members in recipes.kinds(config(lang)) for page in members]
    none_of(f"the card of {link} has no picture and words" for link, card in cards.items() if not (card.svg and card.b.text and card.p.text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_saved_is_what_is_shown(lang, site):
    files = sorted(downloads.RECIPES.glob("*.py"))
    saved = site / FOLDERS[lang] / "recipes"
    assert sorted(file.name for file in saved.glob("*.py")) == [file.name for file in files]
    none_of(f"{file.name} is saved otherwise than it is shown" for file in files if (saved / file.name).read_text() != file.read_text())
