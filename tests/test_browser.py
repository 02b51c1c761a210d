"""The book in a real browser, as readers have it: wide and narrow, light and dark, found by search."""
import contextlib
import functools
import gzip
import json
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import TimeoutError

from book import kept
from book.pages import FOLDERS, LANGUAGES, labs, names
from tests import still
from tests.several import none_of

PAGES = [FOLDERS[lang] + page for lang in LANGUAGES
         for page in (*(name.removesuffix("index.md").replace(".md", "/") for name in names(lang)), *(f"{lab}/" for lab in labs(lang)))]
WIDE, PHONE, SMALLEST = ({"width": width, "height": height} for width, height in ((1280, 800), (390, 844), (320, 640)))
AXE = str(files("axe_playwright_python") / "axe.min.js")
COLOUR = ["color-contrast", "link-in-text-block"]  # all that a palette can change; a width can change every rule's answer
ONE_OF_EACH = """() => {
    const seen = new Set()
    for (const span of document.querySelectorAll("article pre span, article .stepper .highlight span")) {
        let kind = ""
        for (let at = span; at.localName !== "article"; at = at.parentElement) kind += `${at.localName}.${at.className} `
        if (seen.has(kind) && !span.id) span.replaceWith(...span.childNodes)
        seen.add(kind)
    }
}"""  # a page has thousands of coloured words of code, and a dozen kinds of them


PAINTED = """() => {
    const known = new Map()
    const paint = element => {  // all that decides how its text stands out: of its own, and of what lies behind it
        if (!element) return { ground: "", text: "" }
        if (!known.has(element)) {
            const style = getComputedStyle(element)
            const behind = ["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode"].map(name => style[name]).join(" ")
            const ground = paint(element.parentElement).ground + (behind === "rgba(0, 0, 0, 0) none 1 none normal" ? "" : `/${behind}`)
            const text = ["color", "fontSize", "fontWeight", "textShadow", "textDecorationLine", "visibility", "display"].map(name => style[name]).join(" ")
            known.set(element, { ground, text })
        }
        return known.get(element)
    }
    const speaks = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    const kind = element => {
        const around = element.localName === "a" && speaks(element.parentElement) ? `among ${paint(element.parentElement).text}` : ""
        return [element.localName === "a", paint(element).ground, paint(element).text, around].join(";")
    }
    window.painted = Object.groupBy([...document.body.querySelectorAll("*")].filter(element => element.matches("a, input, textarea, select") || speaks(element)), kind)
    return Object.keys(window.painted)
}"""
CONTRASTS = """async ([kinds, rules]) => {
    const include = kinds.flatMap(kind => window.painted[kind])
    return (await axe.run({ include }, { resultTypes: ["violations"], runOnly: rules })).violations
}"""


@pytest.fixture
def page(chromium):
    with chromium.new_context(viewport=WIDE) as context:
        yield context.new_page()


class Reader:
    """One page of the browser for all pages of the book, which knows the paints that have passed."""

    def __init__(self, page):
        self.page, self.asked, self.said, self.passed = page, [], [], set()
        page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})  # each page asks what a first visit asks
        page.add_init_script(path=AXE)
        page.on("request", lambda request: self.asked.append(request.url))  # answered or not
        page.on("console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, url):
        self.page.emulate_media(color_scheme="dark")
        self.page.set_viewport_size(WIDE)
        for each in (self.asked, self.said):
            each.clear()
        self.page.goto(url, wait_until="load")

    def violations(self, every):
        """What axe finds: with every rule or only of colour, which it tries on the paints that no page had."""
        new = [kind for kind in self.page.evaluate(PAINTED) if kind not in self.passed]
        found = self.page.evaluate(CONTRASTS, [new, COLOUR]) if new else []
        self.passed |= set() if found else set(new)
        if every:
            rest = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in COLOUR}}
            found += self.page.evaluate("options => axe.run(document, options)", rest)["violations"]
        return [f"{rule['id']}: {node['target'][0]} {node['failureSummary'].splitlines()[-1].strip()}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module")
def reader(chromium):
    with chromium.new_context(viewport=WIDE) as context:
        yield Reader(context.new_page())


OPENED = "document.querySelectorAll('.stepper').forEach(box => { box.open = true; box.go(box.querySelectorAll('li').length - 2) })"
FOCUSABLE = """() => [...document.querySelectorAll("pre > code")].every(code =>
    code.scrollWidth <= code.clientWidth + 13 || !code.checkVisibility() || code.tabIndex === 0)"""  # what axe takes for a region that scrolls


@functools.cache
def weight(file):
    """Its bytes as a server sends them."""
    return len(gzip.compress(file.read_bytes())) if file.is_file() else 0  # what is missing, the console tells


def serve(path, site, reader, address):
    """What is wrong with a page for some reader."""
    page = reader.page
    reader.open(address + path)
    page.add_style_tag(content=still.CSS)
    page.evaluate(ONE_OF_EACH)
    for size, scheme in ((WIDE, "dark"), (WIDE, "light"), (PHONE, "light"), (PHONE, "dark")):
        page.set_viewport_size(size)
        still.scheme(page, scheme)
        if size == PHONE:
            page.evaluate(OPENED)
        if scheme == "light" and not page.evaluate(FOCUSABLE):
            with contextlib.suppress(TimeoutError):  # what never is, axe tells
                page.wait_for_function(FOCUSABLE, timeout=5_000)  # Material makes code that scrolls focusable, a moment later
        if found := reader.violations(scheme == "light"):
            yield f"{path} in {scheme} at {size['width']} px breaks {len(found)} times, first {found[0]}"
    sizes = page.locator(".plot text").evaluate_all("""texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize)
        * text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width)""")
    if min(sizes, default=11) < 11:
        yield f"{path}: text of {min(sizes):.1f} px in a plot on a phone"
    page.set_viewport_size(SMALLEST)
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        yield f"{path} scrolls sideways at 320 px"
    page.wait_for_load_state("networkidle")
    if foreign := [url for url in reader.asked if not url.startswith(("data:", address))]:
        yield f"{path} asks another host for {foreign}"
    if reader.said:
        yield f"{path}: the console says {reader.said}"
    files = [site / unquote(urlsplit(url).path).strip("/") for url in reader.asked if url.startswith(address)]
    if (weighs := sum(weight(file / "index.html" if file.is_dir() else file) for file in files) / 1024) > 110:
        yield f"{path}: {weighs:.0f} KiB gzipped; the budget is 110 KiB"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_serves_every_reader(path, site, look, address, request):
    def found():
        return json.dumps(list(serve(path, site, request.getfixturevalue("reader"), address)))

    text = (site / path / "index.html").read_text()
    none_of(json.loads(kept.kept("seen by axe", path or "index", [Path(__file__), look, text], found)))


@pytest.mark.kept(site=("build/index.html", "en/build/index.html"))
@pytest.mark.parametrize("start, lang, twin", [("build/", "en", "en/build/"), ("en/build/", "ko", "build/")])
def test_the_language_menu_leads_to_the_same_page(start, lang, twin, page, address):
    page.goto(address + start)
    link = page.locator(f".md-select__link[hreflang={lang}]").get_attribute("href")
    assert urlsplit(link).path == "/" + twin


@pytest.mark.kept(site=("index.html", "en/index.html"))
def test_the_palette_follows_the_system_and_the_toggle(page, address):
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    scheme = page.locator("body")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.locator("form[data-md-component=palette] label:not([hidden])").click()
    page.locator("body[data-md-color-scheme=default]").wait_for()
    page.goto(address + "en/")
    assert scheme.get_attribute("data-md-color-scheme") == "default", "the other book forgets the choice"


@pytest.mark.kept(site=("build/index.*", "en/build/index.*"))
@pytest.mark.parametrize("lang, says", [("en", "Copy page"), ("ko", "페이지 복사")])
def test_a_page_is_copied_as_markdown(lang, says, chromium, site, address):
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}{FOLDERS[lang]}build/")
        page.get_by_role("button", name=says).click()
        page.get_by_role("button", name={"en": "Copied", "ko": "복사했습니다"}[lang]).wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == (site / FOLDERS[lang] / "build/index.md").read_text()


@pytest.mark.kept(site=("en/build/index.html", "en/cheatsheet/index.html"))
def test_paper_has_addresses_of_links_and_nothing_to_press(page, address):
    page.goto(address + "en/build/", wait_until="networkidle")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    said = page.locator("article a:visible").evaluate_all("links => links.map(link => getComputedStyle(link, '::after').content)")
    assert f'" (" "{address}en/weights/" ")"' in said or f'" ({address}en/weights/)"' in said, said[:5]
    assert not page.locator(".away a:visible, .away button:visible, a.file:visible, .here-bar:visible, .stepper ol:visible").count()
    assert page.locator(".stepper > summary").first.is_visible()
    page.goto(address + "en/cheatsheet/", wait_until="networkidle")
    sheet = page.pdf(format="A4")
    assert sheet.count(b"/Type /Page\n") + sheet.count(b"/Type /Page ") + sheet.count(b"/Type /Page/") <= 1, "the cheatsheet is more than one sheet"


@pytest.mark.kept(site=("exercises/index.html",))
def test_paper_has_questions_and_no_answers(page, address):
    page.goto(address + "exercises/", wait_until="networkidle")
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")  # as Material does for printing
    answers = page.locator("details.question")
    assert answers.count() > 10 and answers.first.locator("summary").is_visible()
    assert not page.locator("details.question > :not(summary):visible").count()
    assert page.locator(".md-copyright").is_visible()
