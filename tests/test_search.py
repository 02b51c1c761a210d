"""The reader's words find the page: searches.tsv, typed one after another into the search field of each book.

A row is the language, what is typed, and the pages of which one must be among the first three.
"""
import pytest

from book import ROOT
from book.pages import FOLDERS, LANGUAGES, labs, names
from book.search import synonyms
from tests.several import none_of

SEARCHES = [line.split("\t") for line in (ROOT / "tests/searches.tsv").read_text().splitlines()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_readers_words_find_the_page(lang, search):
    rows = [(query, wanted.split()) for of, query, wanted in SEARCHES if of == lang]
    assert len(rows) >= 60
    found = []
    for query, wanted in rows:
        pages = [first.partition("#")[0] for first, *_ in search(lang, query)]
        if not {f"/{FOLDERS[lang]}{page}/" for page in wanted} & set(pages[:3]):
            found.append(f"tests/searches.tsv: {query!r} finds {pages[:4]}, none of them {wanted}")
    none_of(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_synonyms_are_of_pages_that_exist(lang):
    pages = {page.removesuffix(".md") for page in names(lang)} | set(labs(lang))
    assert set(synonyms(lang)) <= pages, f"book/synonyms.tsv: no such pages: {sorted(set(synonyms(lang)) - pages)}"
    assert all(synonyms(lang).values())
