"""The built site: addresses, languages, twins, links, weight, and nothing from anybody else."""
import collections
import gzip
import json
import re
import xml.etree.ElementTree as xml
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from book import SNIPPETS, kept
from book.pages import FOLDERS, LANGUAGES, config, labs, names
from tests.several import none_of

PAGES = sorted([*(page.removesuffix(".md").removesuffix("index") for page in names("ko")), *labs("ko")])
BOTH = [(lang, page) for lang in LANGUAGES for page in PAGES]
SKELETON = ["h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "tr", "td", "th", "details", "summary", "pre", "svg", "img", "blockquote", "dt", "dd"]


def file(site, lang, page):
    return site / FOLDERS[lang] / page / "index.html"


def read(site, lang, page):
    return BeautifulSoup(file(site, lang, page).read_text(), "html.parser")


def address(lang, page):
    return config("ko").site_url + FOLDERS[lang] + (page and page + "/")


def part(html, begin, end):
    """The piece of a page between two of its words; a whole page takes long to read."""
    return BeautifulSoup(html[html.index(begin):html.index(end, html.index(begin))], "html.parser")


def about(html, lang, page):
    """What every page says of itself, in the part that a template writes."""
    head, menu = part(html, "<html", "</head>"), part(html, 'class="md-select__list"', "</ul>")
    twins = {link["hreflang"]: link["href"] for link in head.find_all("link", rel="alternate")}
    yield "language", head.html["lang"], lang
    yield "canonical address", head.find("link", rel="canonical")["href"], address(lang, page)
    yield "twins", twins, {"ko": address("ko", page), "en": address("en", page), "x-default": address("ko", page)}
    yield "menu of languages", {link["hreflang"]: link["href"] for link in menu.select("a")}, {"ko": address("ko", page), "en": address("en", page)}
    yield "versions", re.findall(r'class="[^"]*\bversions\b[^"]*"[^>]*>([^<]*)', html), [(SNIPPETS / "index/versions.out").read_text().strip()]


def test_a_page_knows_its_address_its_language_its_twin_and_what_it_ran_on(site):
    none_of(f"{lang}/{page}: its {what} is {said}, not {wanted}" for lang, page in BOTH
            for what, said, wanted in about(file(site, lang, page).read_text(), lang, page) if said != wanted)


def skeleton(article):
    return [(tag.name, tag.get("id"), " ".join(tag.get_text().split())[:60]) for tag in article.find_all(SKELETON)]


def links(article):
    """Those of a writer. One file for both books stands at two ways, and tests/test_exports.py looks at what each brings; tests/test_api_links.py looks at links out."""
    return sorted(link["href"] for link in article.find_all("a", href=True) if not {"headerlink", "file", "api"}.intersection(link.get("class", [])))


def faults(page, lang, html):
    if len(html.find_all("h1")) != 1:
        yield f"{lang}/{page}: {len(html.find_all('h1'))} first headings"
    for image in html.article.find_all("img"):
        if not image.get("alt", "").strip():
            yield f"{lang}/{page}: {image.get('src', '')[:60]} has no alt text"
    for drawing in html.article.find_all("svg"):
        if not (drawing.get("aria-hidden") or drawing.get("aria-label") or drawing.find("title") or drawing.find_parent(class_="md-icon")):
            yield f"{lang}/{page}: an svg without a name: {str(drawing)[:80]}"
    for name, count in collections.Counter(tag["id"] for tag in html.find_all(id=True)).items():
        if count > 1:
            yield f"{lang}/{page}: the id #{name} stands {count} times"


def unlike(page, korean, english):
    for ours, theirs in zip_longest(skeleton(korean.article), skeleton(english.article), fillvalue=("nothing", None, "")):
        if ours[:2] != theirs[:2]:
            yield f"docs/ko/{page}.md has <{ours[0]}> “{ours[2]}” ({ours[1]}) where docs/en/{page}.md has <{theirs[0]}> “{theirs[2]}” ({theirs[1]})"
            return
    one, other = links(korean.article), links(english.article)
    if one != other:
        yield f"docs/ko/{page}.md and docs/en/{page}.md: links in one language only: {sorted(set(one) ^ set(other)) or 'one of them twice'}"


@pytest.mark.parametrize("page", PAGES)
def test_twins_are_sound_and_share_one_skeleton(page, site):
    texts = {lang: file(site, lang, page).read_text() for lang in LANGUAGES}

    def found():
        html = {lang: BeautifulSoup(text, "html.parser") for lang, text in texts.items()}
        return json.dumps([*(fault for lang in html for fault in faults(page, lang, html[lang])), *unlike(page, html["ko"], html["en"])])

    none_of(json.loads(kept.kept("twins", page, [Path(__file__), texts], found)))


def test_every_link_of_the_site_leads_somewhere(site):
    """Links of raw HTML and links with the site's own address, too, which MkDocs does not check."""
    home = config("ko").site_url
    targets = {}
    for path in site.rglob("*.html"):
        text = path.read_text()
        url = home + str(path.relative_to(site)).removesuffix("index.html")
        targets[url] = set(re.findall(r'\b(?:id|name)="([^"]+)"', text)), re.findall(r'<(?:a|link|area)\b[^>]*\bhref="([^"]*)"|<(?:img|script|source)\b[^>]*\bsrc="([^"]*)"', text)
    found = []
    for url, (_, outgoing) in targets.items():
        for link in {href or src for href, src in outgoing}:
            to, fragment = urldefrag(urljoin(url, link.replace("&amp;", "&")))
            if not to.startswith(home):
                continue
            if to in targets:
                if fragment and unquote(fragment) not in targets[to][0] and not fragment.startswith("__"):
                    found.append(f"{url.removeprefix(home)} links to {link}: that page has no #{fragment}")
            elif not (site / unquote(to.removeprefix(home).partition("?")[0])).is_file():
                found.append(f"{url.removeprefix(home)} links to {link}, which is nowhere on the site")
    none_of(sorted(found))


@pytest.mark.first  # one worker builds the site while the other plays listings
def test_pages_are_light(site):
    sizes = {(lang, page): len(gzip.compress(file(site, lang, page).read_bytes())) for lang, page in BOTH if not page.startswith("labs/")}
    none_of(f"{lang}/{page}: {size} bytes of gzipped HTML; the budget is 20 KiB" for (lang, page), size in sizes.items() if size > 20 * 1024)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_book_has_its_own_search_and_sitemap_and_404(lang, site):
    folder = site / FOLDERS[lang]
    urls = [entry.text for entry in xml.parse(folder / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(urls) == sorted(address(lang, page) for page in PAGES)
    assert len(gzip.compress((folder / "search/search_index.json").read_bytes())) <= 1.9 * 1024 * len(PAGES)  # fetched by who searches
    missing = BeautifulSoup((folder / "404.html").read_text(), "html.parser")
    assert missing.html["lang"] == lang
    assert missing.h1.text == {"ko": "찾는 페이지가 없습니다", "en": "There is no such page"}[lang]


LOADS = re.compile(r'<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc="([^"]+)"|<link\b(?=[^>]*rel="(?:stylesheet|preconnect|icon|preload|prefetch|dns-prefetch|modulepreload)")[^>]*\bhref="([^"]+)"')


def test_nothing_that_we_write_comes_from_another_host(site):
    found = []
    for path in [*site.rglob("*.html"), *site.glob("assets/*.css"), *site.glob("assets/*.js")]:
        text = path.read_text()
        loaded = [src or href for src, href in LOADS.findall(text)]
        loaded += [link for script in re.findall(r"(?s)<script\b.*?</script>", text) for link in re.findall(r"https?:[^\s\"'&<>]+", script)]  # it may load when it likes
        loaded += re.findall(r"(?:url\(|@import )['\"]?([^)'\"]+)", text) if path.suffix == ".css" else []
        found += [f"{path.relative_to(site)} loads {link}" for link in loaded if re.match(r"(https?:)?//", link) and not link.startswith(config("ko").site_url)]
    none_of(found)


def test_a_page_names_its_licence_and_no_source_that_nobody_named(site):
    found = []
    for lang, page in BOTH:
        text = file(site, lang, page).read_text()
        if "colab" in text.lower():
            found.append(f"{lang}/{page}: leads to Colab, and nobody named a place of its notebook")
        foot = part(text, '<div class="md-copyright__highlight"', "</div>")
        if not ("CC BY 4.0" in foot.text and "MIT" in foot.text):
            found.append(f"{lang}/{page}: its foot names no licence")
        if foot.select("a") != foot.select("a[rel=license]"):
            found.append(f"{lang}/{page}: its foot links to {foot.select('a')}")
    none_of(found)
