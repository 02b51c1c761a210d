"""What is new since the listing above is marked, what is old is folded, and no line is lost to the reader's clipboard."""
import html as entities

import pytest
from bs4 import BeautifulSoup

from book import ROOT, changes
from book.pages import LANGUAGES, config, listings, where
from book.path import path

FIRST = "import keras\n\n\nclass Scale(keras.layers.Layer):\n    def call(self, x):\n        return 2 * x\n\n\nlayer = Scale()\nprint(layer)"
ADDED = FIRST.replace("class", "@register\nclass").replace("print(layer)", "y = layer(1)\nprint(y)")
PAGES = [(lang, ROOT / "docs" / lang / page) for lang in LANGUAGES for page in path(config(lang))]


def show(source, *above, lang="en"):
    painted = f'<div class="language-python highlight"><pre><span></span><code>{entities.escape(source, quote=False)}\n</code></pre></div>'
    return BeautifulSoup(changes.shown(source, painted, [text.split("\n") for text in above], lang), "html.parser")


def test_new_lines_are_marked_and_others_are_not():
    html = show(ADDED, FIRST)
    assert [part.text for part in html.select("ins")] == ["@register\n", "y = layer(1)\nprint(y)\n"]
    assert html.code.text == ADDED + "\n" and "changed" in html.div["class"]


@pytest.mark.parametrize("lang, label", [("ko", "Scale · 앞과 같은 9줄"), ("en", "Scale · 9 lines as above")])
def test_a_long_run_of_old_lines_is_one_line_that_says_what_it_holds(lang, label):
    html = show(FIRST.replace("print(layer)", "print(layer(1))"), FIRST, lang=lang)
    assert html.select_one("label input")["aria-label"] == label
    assert html.select_one(".old").text.startswith("import keras\n") and html.select_one(".old").text.endswith("layer = Scale()\n")
    assert html.select_one("ins").text == "print(layer(1))\n"


def test_another_program_is_not_a_change_of_the_one_above():
    html = show("import numpy\n\nx = numpy.ones(3)\nprint(x.sum())\nprint(x.max())", FIRST)
    assert not html.select("ins, label") and "changed" not in html.div["class"]


def test_the_most_similar_listing_above_counts():
    assert [part.text for part in show(ADDED, FIRST, "import keras").select("ins")] == [part.text for part in show(ADDED, FIRST).select("ins")]


def test_an_empty_line_is_new_between_new_lines_only():
    assert [part.text for part in show("a\nb\nc\n\nd\n\ne", "a\nb\ne\n").select("ins")] == ["c\n\nd\n"]


@pytest.mark.parametrize("lang, page", PAGES, ids=lambda part: part if isinstance(part, str) else part.stem)
def test_a_page_of_the_path_keeps_every_line(lang, page, site):
    built = site / ("" if lang == "ko" else "en") / page.stem.removesuffix("index") / "index.html"
    shown = [code.text.strip("\n") for code in BeautifulSoup(built.read_text(), "html.parser").select(".language-python code")]
    assert shown == [listing.code for listing in listings(page)], where(page)


@pytest.mark.kept("docs/ko/my-dense.md", "snippets/my-dense/*", site=("my-dense/index.html",))
def test_the_clipboard_gets_folded_lines_too(address, chromium):
    page = ROOT / "docs/ko/my-dense.md"  # whose class grows
    with chromium.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{address}{page.stem}/", wait_until="networkidle")
        code = opened.locator(".changed:has(label) code").first
        assert code.locator(".old").first.is_hidden()
        copied = code.evaluate("code => { code.setAttribute('data-md-copying', ''); const text = code.innerText; code.removeAttribute('data-md-copying'); return text }")
        assert copied.strip("\n") in [listing.code for listing in listings(page)]
        code.locator("label input").first.focus()
        opened.keyboard.press("Space")
        assert code.locator(".old").first.is_visible()
