"""The reader's words find the page: searches.tsv, typed one after another into the search field of each book.

A row is the language, what is typed, and the pages of which one must be among the first three.
"""
import json
import re
from pathlib import Path

import pytest

from book import ROOT, kept
from book.pages import FOLDERS, LANGUAGES, labs, names
from book.search import synonyms
from tests import conftest
from tests.conftest import Search
from tests.several import none_of

SEARCHES = [line.split("\t") for line in (ROOT / "tests/searches.tsv").read_text().splitlines()]
BY_THE_INDEX = pytest.mark.kept("tests/searches.tsv", site=("index.html", "en/index.html", "search/*", "en/search/*"))


@BY_THE_INDEX
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_readers_words_find_the_page(lang, search):
    rows = [(query, wanted.split()) for of, query, wanted in SEARCHES if of == lang]
    assert len(rows) >= 60
    found, answers = [], search(lang, [query for query, _ in rows])
    for query, wanted in rows:
        pages = [first.partition("#")[0] for first, *_ in answers[query]]
        if not {f"/{FOLDERS[lang]}{page}/" for page in wanted} & set(pages[:3]):
            found.append(f"tests/searches.tsv: {query!r} finds {pages[:4]}, none of them {wanted}")
    none_of(found)


def test_every_word_at_which_korean_is_cut_is_needed(chromium, address, site, look):
    """Without one of them, some compound of the table finds its page no more."""
    whole = json.loads((site / "search/search_index.json").read_text())
    separator = whole["config"]["separator"]
    cuts = separator[separator.rindex("(?=") + 3:-1].split("|")
    assert "함수" in cuts

    def lost(index, glued):
        """The first query that finds none of its pages in this index."""
        with chromium.new_context() as context:
            context.route("**/search_index.json", lambda route: route.fulfill(json=index))
            without = Search(context, address, FOLDERS["ko"])([query for query, _ in glued])
            return next((query for query, wanted in glued if not {f"/{page}/" for page in wanted} & {first.partition("#")[0] for first, *_ in without[query]}), "")

    found = []
    for word in cuts:
        glued = [(query, wanted.split()) for of, query, wanted in SEARCHES if of == "ko" and re.search(f"[가-힣]{word}", query)]
        pages = {f"{page}/" for _, wanted in glued for page in wanted}  # of the others nobody asks, and the whole index takes seconds
        index = {**whole, "docs": [doc for doc in whole["docs"] if doc["location"].partition("#")[0] in pages],
                 "config": {**whole["config"], "separator": separator.replace("|".join(cuts), "|".join(cut for cut in cuts if cut != word))}}
        made_of = [Path(__file__), Path(conftest.__file__), look, site / "index.html", index, glued]
        if not kept.kept("words that cut Korean", word, made_of, lambda index=index, glued=glued: lost(index, glued)):
            found.append(f"mkdocs.yml cuts Korean words before {word}, and no query of tests/searches.tsv needs it")
    none_of(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_synonyms_are_of_pages_that_exist(lang):
    pages = {page.removesuffix(".md") for page in names(lang)} | set(labs(lang))
    assert set(synonyms(lang)) <= pages, f"book/synonyms.tsv: no such pages: {sorted(set(synonyms(lang)) - pages)}"
    assert all(synonyms(lang).values())
