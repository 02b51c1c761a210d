"""The book in a real browser, as readers have it: wide and narrow, light and dark, found by search."""
import contextlib
import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

from book.pages import LANGUAGES, names

FOLDERS = {"ko": "", "en": "en/"}
PAGES = [FOLDERS[lang] + page.removesuffix("index.md").replace(".md", "/") for lang in LANGUAGES for page in names(lang)]
WIDE, PHONE, SMALLEST = ({"width": width, "height": height} for width, height in ((1280, 800), (390, 844), (320, 640)))


@pytest.fixture
def page(chromium):
    with chromium.new_context(viewport=WIDE) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_serves_every_reader(path, page, address):
    asked, seen, said = [], [], []
    page.on("request", lambda request: asked.append(request.url))  # answered or not
    page.on("response", lambda response: seen.append(response))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    foreign = [url for url in asked if not url.startswith(("data:", address))]
    assert not foreign, f"{path} asks another host for {foreign}"
    assert not said, f"{path}: the console says {said}"
    weight = sum(len(gzip.compress(response.body())) for response in seen if not response.url.startswith("data:")) / 1024
    assert weight <= 110, f"{path}: {weight:.0f} KiB gzipped; the budget is 110 KiB"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            page.wait_for_timeout(150)  # colours fade for 125 ms
            broken = [f"{rule['id']}: {node['target'][0]} {node['failureSummary'].splitlines()[-1].strip()}"
                      for rule in Axe().run(page).response["violations"] for node in rule["nodes"]]
            assert not broken, f"{path} in {scheme} at {size['width']} px breaks {len(broken)} times, first {broken[0]}"
    page.set_viewport_size(SMALLEST)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{path} scrolls sideways at 320 px"


@pytest.mark.parametrize("start, lang, twin", [("build/", "en", "en/build/"), ("en/build/", "ko", "build/")])
def test_the_language_menu_leads_to_the_same_page(start, lang, twin, page, address):
    page.goto(address + start)
    link = page.locator(f".md-select__link[hreflang={lang}]").get_attribute("href")
    assert urlsplit(link).path == "/" + twin


def test_the_palette_follows_the_system_and_the_toggle(page, address):
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    scheme = page.locator("body")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.locator("form[data-md-component=palette] label:not([hidden])").click()
    page.wait_for_timeout(200)
    assert scheme.get_attribute("data-md-color-scheme") == "default"
    page.goto(address + "en/")
    assert scheme.get_attribute("data-md-color-scheme") == "default", "the other book forgets the choice"


SEARCHES = [
    ("", "가중치", "weights/"), ("", "층", "lambda/"), ("", "add_weight", "weights/"), ("", "형상", "shapes-received/"), ("", "직렬화", "config/"),
    ("", "Lambda", "lambda/"), ("", "get_config", "config/"), ("", "이동 평균", "state/"), ("", "as_list", "old-tutorials/"), ("", "super().__init__", "init/"),
    ("", "손실함수", "losses/"), ("", "사용자정의층", "lambda/"),  # many type no space here
    ("en/", "weight", "build/"), ("en/", "trace", "control-flow/"), ("en/", "from_config", "config/"), ("en/", "safe_mode", "lambda/"),
    ("en/", "digits", "models/"), ("en/", "as_list", "old-tutorials/"), ("en/", "life cycle", "life-cycle/"), ("en/", "input_spec", "build/"),
    ("en/", "super().__init__", "init/"), ("en/", "compute_output_shape", "output-shape/"),
]


@pytest.mark.parametrize("book, query, wanted", SEARCHES)
def test_search_finds_the_page_among_the_first_three(book, query, wanted, page, address):
    page.goto(address + book, wait_until="networkidle")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text(query)
    page.keyboard.press("End")  # Material listens for a key; an inserted Hangul syllable sends none
    with contextlib.suppress(TimeoutError):  # then nothing is found, and the message below says so
        page.locator(".md-search-result__item").first.wait_for(timeout=15_000)
    page.wait_for_timeout(300)
    found = page.locator(".md-search-result__link").evaluate_all("links => [...new Set(links.map(link => link.pathname))]")
    assert "/" + book + wanted in found[:3], f"{query!r} in /{book} finds {found[:5]}"


def test_paper_has_questions_and_no_answers(page, address):
    page.goto(address + "exercises/", wait_until="networkidle")
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")  # as Material does for printing
    answers = page.locator("details.question")
    assert answers.count() > 10 and answers.first.locator("summary").is_visible()
    assert not page.locator("details.question > :not(summary):visible").count()
    assert page.locator(".md-copyright").is_visible()
