"""The reader's words find the page: searches.tsv, typed one after another into the search field of each book.

A row is the language, what is typed, and the pages of which one must be among the first three.
"""
import pytest

from book import ROOT
from book.pages import LANGUAGES, labs, names
from book.search import synonyms

FOLDERS = {"ko": "", "en": "en/"}
SEARCHES = [line.split("\t") for line in (ROOT / "tests/searches.tsv").read_text().splitlines()]
KEEP = """window.Worker = class extends Worker {
  constructor(...how) { super(...how); window.found = []; this.addEventListener("message", ({ data }) => data.type === 3 && found.push(data.data)) }
}"""  # 3 is Material's RESULT
TYPE = """async query => {
  const field = document.querySelector(".md-search__input"), before = window.found?.length ?? 0
  field.value = query
  field.dispatchEvent(new Event("keyup"))
  for (let wait = 0; (window.found?.length ?? 0) === before && wait < 400; wait++) await new Promise(done => setTimeout(done, 25))
  return found.at(-1).items.map(([first]) => first.location.replace(/#.*/, "").replace(/\\/$/, ""))
}"""


@pytest.fixture(scope="module", params=LANGUAGES)
def typed(request, address, chromium):
    """What each search of a language finds, page by page."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(KEEP)
        page.goto(address + FOLDERS[request.param], wait_until="networkidle")
        page.locator(".md-search__input").click()
        yield request.param, {query: page.evaluate(TYPE, query) for lang, query, _ in SEARCHES if lang == request.param}


def test_the_readers_words_find_the_page(typed):
    lang, found = typed
    assert len(found) >= 60
    lost = [f"{query!r} finds {pages[:4]}, none of them {wanted}" for of, query, wanted in SEARCHES if of == lang
            for pages in [list(dict.fromkeys(found[query]))] if not set(wanted.split()) & set(pages[:3])]
    assert not lost, f"tests/searches.tsv, {lang}:\n" + "\n".join(lost)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_synonyms_are_of_pages_that_exist(lang):
    pages = {page.removesuffix(".md") for page in names(lang)} | set(labs(lang))
    assert set(synonyms(lang)) <= pages, f"book/synonyms.tsv: no such pages: {sorted(set(synonyms(lang)) - pages)}"
    assert all(synonyms(lang).values())
