"""Links out: the first use of a public name of Keras on a page leads to its reference, and no other word does."""
import functools
import json
import re
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from book import api, kept
from book.pages import FOLDERS, LANGUAGES
from tests.several import none_of

SHOWN = re.compile(r'<a class="api" href="([^"]*)"><code>([^<]*)</code></a>')


class Page:
    class file:
        src_uri = "masking.md"


def links(text, page=Page, listings=()):
    md = markdown.Markdown(extensions=["attr_list", "tables", "fenced_code", api.LinksExtension()])
    md.treeprocessors.register(type("Relpath", (markdown.treeprocessors.Treeprocessor,), {"file": page.file})(md), "relpath", 0)
    md.listings = listings
    return [(link["href"].removeprefix(api.TOP), link.text) for link in BeautifulSoup(md.convert(text), "html.parser").select("a.api")]


@pytest.mark.parametrize("code, address", [
    ("keras.layers.Dense", "keras/layers/Dense"), ("layers.Dense", "keras/layers/Dense"), ("Dense", "keras/layers/Dense"),
    ("tf.keras.layers.Dense", "keras/layers/Dense"), ("keras.Layer", "keras/layers/Layer"), ("ops.matmul", "keras/ops/matmul"), ("keras.ops", "keras/ops"),
    ("Dense(3)", "keras/layers/Dense"), ("add_weight()", "keras/layers/Layer#add_weight"), ("Layer.build()", "keras/layers/Layer#build"),
    ("model.fit()", "keras/models/Model#fit"), ("activations.get()", "keras/activations/get"),
    ("@keras.saving.register_keras_serializable()", "keras/utils/register_keras_serializable")])
def test_a_name_leads_to_its_page(code, address):
    assert api.address(code) == address


@pytest.mark.parametrize("code", ["MyDense", "keras.layers.MyDense", "ops.nothing", "build", "sum()", "append()", "get()", "len", "x.shape", "keras", "3", "tf.exp", "tf.Variable", "ones()", "reshape(-1)", "relu()", ""])
def test_what_keras_has_not_or_has_twice_leads_nowhere(code):
    assert api.address(code) is None


def test_the_first_use_leads_and_the_second_does_not():
    assert links("`Dense` and `keras.layers.Dense`, then `Layer`.") == [("keras/layers/Dense", "Dense"), ("keras/layers/Layer", "Layer")]


def test_what_stands_around_a_name_stays():
    md = markdown.Markdown(extensions=[api.LinksExtension()])
    md.treeprocessors.register(type("Relpath", (markdown.treeprocessors.Treeprocessor,), {"file": Page.file})(md), "relpath", 0)
    assert BeautifulSoup(md.convert("A **`Dense`**층, `Layer`도 `x`도"), "html.parser").text == "A Dense층, Layer도 x도"


@pytest.mark.parametrize("text", ["# On `Dense`", "[`Dense`](my-dense.md)", "```\nDense\n```", "`Dense` is [`Dense()`](my-dense.md)"])
def test_no_link_in_headings_links_and_programs_and_none_beside_a_link_of_our_own(text):
    assert links(text) == []


def test_a_class_of_the_pages_own_is_not_that_of_keras():
    program = ["class Dense(keras.layers.Layer):", "    def build(self, shape):", "def loss(x):"]
    assert links("`Dense`, `loss()` and `build()`", listings=[program]) == [("keras/layers/Layer#build", "build()")]


def test_a_table_has_links_and_the_glossarys_has_none():
    table = "| a |\n|---|\n| `Dense` |"
    assert links(table) and not links(table, type("Glossary", (), {"file": type("File", (), {"src_uri": "glossary.md"})}))


def public(name):
    """What a public name of the installed Keras means."""
    import tensorflow

    return functools.reduce(lambda value, part: getattr(value, part, None), name.split("."), tensorflow)


def test_each_address_of_the_site_is_a_public_names_and_stands_once_on_its_page(site):
    found = {}
    for lang in LANGUAGES:
        for page in (site / FOLDERS[lang]).rglob("index.html"):
            said = [href for href, _ in SHOWN.findall(page.read_text())]
            assert len(said) == len(set(said)), page
            found |= dict.fromkeys(said, page)
    assert len(found) > 100
    none_of(f"{page}: {href}" for href, page in found.items() if not href.startswith(api.TOP))
    names = sorted(href.removeprefix(api.TOP).replace("/", ".").replace("#", ".") for href in found)
    none_of(json.loads(kept.kept("names of links", "site", [Path(__file__), names], lambda: json.dumps([name for name in names if not public(name)]))))
