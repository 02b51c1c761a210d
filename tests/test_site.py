"""The built site: addresses, languages, weight, and nothing from anybody else."""
import gzip
import re
import xml.etree.ElementTree as xml

import pytest
from bs4 import BeautifulSoup

from book.pages import LANGUAGES, config, labs, names
from book.listings import SNIPPETS

FOLDERS = {"ko": "", "en": "en/"}
PAGES = [(lang, page.removesuffix(".md").removesuffix("index")) for lang in LANGUAGES for page in names(lang)]


def read(site, lang, page):
    return BeautifulSoup((site / FOLDERS[lang] / page / "index.html").read_text(), "html.parser")


def address(lang, page):
    return config("ko").site_url + FOLDERS[lang] + (page and page + "/")


@pytest.mark.parametrize("lang, page", PAGES)
def test_a_page_knows_its_address_its_language_and_its_twin(lang, page, site):
    html = read(site, lang, page)
    assert html.html["lang"] == lang
    assert html.find("link", rel="canonical")["href"] == address(lang, page)
    twins = {link["hreflang"]: link["href"] for link in html.find_all("link", rel="alternate")}
    assert twins == {"ko": address("ko", page), "en": address("en", page), "x-default": address("ko", page)}
    menu = {link["hreflang"]: link["href"] for link in html.select(".md-select__link")}
    assert menu == {"ko": address("ko", page), "en": address("en", page)}


@pytest.mark.parametrize("lang, page", PAGES)
def test_a_page_says_what_it_ran_on_and_what_its_pictures_show(lang, page, site):
    html = read(site, lang, page)
    assert html.select_one(".versions").text == (SNIPPETS / "index/versions.out").read_text().strip()
    assert len(html.find_all("h1")) == 1
    for image in html.article.find_all("img"):
        assert image.get("alt", "").strip(), f"{lang}/{page}: {image.get('src', '')[:60]} has no alt text"
    for drawing in html.article.find_all("svg", recursive=True):
        assert drawing.get("aria-hidden") or drawing.get("aria-label") or drawing.find("title") or drawing.find_parent(class_="md-icon"), (
            f"{lang}/{page}: an svg without a name: {str(drawing)[:80]}")


@pytest.mark.parametrize("lang, page", PAGES)
def test_a_page_is_light(lang, page, site):
    path = site / FOLDERS[lang] / page / "index.html"
    size = len(gzip.compress(path.read_bytes()))
    assert size <= 20 * 1024, f"{lang}/{page}: {size} bytes of gzipped HTML; the budget is 20 KiB"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_book_has_its_own_search_and_sitemap_and_404(lang, site):
    folder = site / FOLDERS[lang]
    urls = [entry.text for entry in xml.parse(folder / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(urls) == sorted(address(lang, page) for page in [*labs(lang), *(page for other, page in PAGES if other == lang)])
    assert len(gzip.compress((folder / "search/search_index.json").read_bytes())) <= 150 * 1024
    missing = BeautifulSoup((folder / "404.html").read_text(), "html.parser")
    assert missing.html["lang"] == lang
    assert missing.h1.text == {"ko": "찾는 페이지가 없습니다", "en": "There is no such page"}[lang]


def test_nothing_that_we_write_comes_from_another_host(site):
    for path in [*site.rglob("*.html"), *site.glob("assets/*.css"), *site.glob("assets/*.js")]:
        html = BeautifulSoup(path.read_text(), "html.parser")
        loaded = [tag.get("src") or tag.get("href") for tag in html.select("script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preconnect], link[rel=icon]")]
        loaded += re.findall(r"(?:url\(|@import )['\"]?([^)'\"]+)", path.read_text()) if path.suffix == ".css" else []
        foreign = [link for link in loaded if re.match(r"(https?:)?//", str(link)) and not str(link).startswith(config("ko").site_url)]
        assert not foreign, f"{path.relative_to(site)} loads {foreign[0]}"


@pytest.mark.parametrize("lang, page", PAGES)
def test_a_page_names_its_licence_and_no_source_that_nobody_named(lang, page, site):
    foot = read(site, lang, page).select_one(".md-copyright__highlight")
    assert "CC BY 4.0" in foot.text and "MIT" in foot.text
    assert [link["href"] for link in foot.select("a")] == [foot.select_one("a[rel=license]")["href"]]
