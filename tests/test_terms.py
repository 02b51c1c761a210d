"""Terms: the glossary's table explains each word where it first stands on a page, whatever particle follows it."""
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup

from book import kept, terms
from book.pages import LANGUAGES, names
from tests import still
from tests.several import none_of

FOLDERS = {"ko": "", "en": "en/"}
PAGES = [(lang, page) for lang in LANGUAGES for page in names(lang) if page != "glossary.md"]


def told(prose, lang):
    return [(term.id, match[0]) for term, match in terms.found(prose, lang)]


@pytest.mark.parametrize("prose", ["층을 만듭니다", "층이 둘", "그 층은", "층(layer)", "층마다", "층입니다.", "층", "“층”과"])
def test_a_particle_does_not_hide_a_term(prose):
    assert told(prose, "ko") == [("layer", "층")]


@pytest.mark.parametrize("prose", ["은닉층을", "계층적", "심층", "정형상"])
def test_a_part_of_another_word_is_no_term(prose):
    assert told(prose, "ko") == []


def test_verbs_are_found_as_sentences_have_them():
    assert told("저장했다가 불러옵니다. 학습합니다.", "ko") == [("save-and-load", "저장했다가"), ("save-and-load", "불러옵니다"), ("learn", "학습합니다")]


def test_the_longest_term_wins():
    assert told("사용자 정의 층", "ko") == [("custom-layer", "사용자 정의 층")]
    assert told("Custom layers save batches", "en") == [("custom-layer", "Custom layers"), ("save-and-load", "save"), ("batch", "batches")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_is_read_whole(lang):
    rows = [line for line in terms.glossary(lang).read_text().splitlines() if line.startswith("|") and "{ #" in line]
    assert len(terms.terms(lang)) == len(rows) > 30
    assert all(term.meaning and all(term.forms) for term in terms.terms(lang))


def unlike_the_glossary(article, lang, page):
    """What is wrong with the terms of a page."""
    meanings = {term.meaning for term in terms.terms(lang)}
    said = [tag["title"] for tag in article.select("abbr[title], a[title][href*='glossary/#']")]
    if not said and page != "errors.md":
        yield "a page without a single term is a page that the extension has not seen"
    yield from (f"the glossary has no such meaning: {each}" for each in said if each not in meanings)
    yield from (f"explained more than once: {each}" for each in set(said) if said.count(each) > 1)
    yield from (f"no keyboard comes to {tag.text}" for tag in article.select("abbr") if tag.get("tabindex") != "0")
    yield from (f"a term where none belongs: {tag}" for tag in article.select("code abbr, :is(h1, h2, h3, h4) abbr, pre abbr, a abbr"))


@pytest.mark.parametrize("lang, page", PAGES)
def test_a_page_explains_each_term_once_and_by_the_glossary(lang, page, site):
    html = (site / FOLDERS[lang] / page.removesuffix(".md").removesuffix("index") / "index.html").read_text()
    article = html[html.index("<article"):html.index("</article>")]

    def found():
        return json.dumps([*unlike_the_glossary(BeautifulSoup(article, "html.parser"), lang, page)])

    made_of = [Path(__file__), article, [term.meaning for term in terms.terms(lang)]]
    none_of(f"{lang}/{page}: {fault}" for fault in json.loads(kept.kept("terms", f"{lang}/{page}", made_of, found)))


@pytest.mark.kept(site=("weights/index.html",))
@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_a_meaning_is_shown_to_everybody(way, address, chromium):
    with chromium.new_context(has_touch=way == "tap", viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(address + "weights/", wait_until="load")
        page.add_style_tag(content=still.CSS)
        term = page.locator("article abbr").first
        meaning = term.get_attribute("title")
        term.scroll_into_view_if_needed()
        getattr(term, way)()
        page.locator(".md-tooltip2--active").wait_for()
        assert page.locator(".md-tooltip2--active").inner_text() == meaning
        for scheme in ("light", "dark"):
            still.scheme(page, scheme)
            found = Axe().run(page, context={"include": [["article abbr"], [".md-tooltip2--active"]]})  # the rest of the page is test_browser's
            assert not found.violations_count, found.generate_report()
