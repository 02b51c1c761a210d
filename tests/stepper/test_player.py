"""The player, in a browser: first on a small site of its own, then every stepper of the book."""
import functools
import gzip
import http.server
import json
import re
import shutil
import threading
import urllib.request
from itertools import zip_longest
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build
from mkdocs.config import load_config

from book import ROOT, kept
from book.pages import LANGUAGES, pages
from book.stepper import fence
from tests import still

DEMO = pytest.mark.kept("book/stepper/*.py", "theme/main.html", "theme/assets/*", "mkdocs*.yml")
FENCES = {"custom_fences": [fence.FENCE]}


SIZES = [{"width": 1280, "height": 800}, {"width": 390, "height": 844}, {"width": 320, "height": 640}]
CAPTIONS = {"ko": "build\n    ? 무엇이 먼저 불릴까요?\n    `build()` 메서드가 먼저입니다.\n", "en": "build\n    ? Which comes first?\n    `build()` does.\n"}
TALLEST = """Math.max(...[...document.querySelectorAll(".stepper")].flatMap(
    box => [...box.querySelectorAll("li")].map((_, i) => (box.go(i), box.offsetHeight))))"""
STEPPED = [(lang, page) for lang in LANGUAGES for page in pages(lang) if "\n```stepper " in page.read_text()]


@pytest.fixture(scope="module")
def demo(folder, tmp_path_factory):
    """The address of a site with the book's look and a page of steppers in each language."""
    place = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fence, "SNIPPETS", place / "snippets")
        for page in ("page", "path"):
            shutil.copytree(folder / "page", place / "snippets" / page)
        for lang, file in LANGUAGES.items():
            docs = place / "docs" / lang
            docs.mkdir(parents=True)
            listing = "```python\n" + (folder / "page/layer.py").read_text() + "```\n\n"
            other = listing.replace("Scale", "Double")
            (docs / "page.md").write_text(
                f"# Page\n\n{listing}```stepper layer\n{CAPTIONS[lang]}```\n\n{other}```stepper nested\n```\n\n[ninth](#page-layer-9) zebra\n")
            (docs / "path.md").write_text(f"# Path\n\n{other}```stepper layer\n```\n")
            (docs / "index.md").write_text(f"# Plain\n\n{listing}{other}[ninth](page.md#page-layer-9) zebra\n")
            settings = load_config(
                str(ROOT / file), docs_dir=str(docs), site_dir=str(place / "site" / lang), hooks=[], nav=[{"Learn": ["path.md"]}, "index.md", "page.md"], strict=True,
                site_url="http://localhost/")
            settings.extra |= {"versions": "", "home": "http://localhost/", "alternate": []}
            settings.mdx_configs["pymdownx.superfences"] = FENCES
            for assets, name in (("extra_css", "assets/stepper.css"), ("extra_javascript", "assets/stepper.js")):
                if name not in map(str, settings[assets]):
                    settings[assets].append(name)
            build(settings)
    handler = functools.partial(
        type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}), directory=place / "site")
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def browse(chromium):
    """Opens an address; whatever the page says to the console fails the test."""
    said, contexts = [], []

    def browse(address, **how):
        contexts.append(chromium.new_context(**{"viewport": SIZES[0], **how}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address, wait_until="load")
        return page

    yield browse
    for context in contexts:
        context.close()
    assert not said


def walk(page, box):
    """Goes through a stepper by keyboard alone, and looks at each step for what its part of the list says."""
    steps = box.evaluate("""box => [...box.querySelectorAll("li")].map((step, i, all) => ({
        place: `${i + 1} / ${all.length}`, said: step.querySelector("p").textContent, code: step.querySelector("code").textContent,
        news: [...step.querySelectorAll("dt")].map(row => row.textContent), rows: step.dataset.rows.split(" ").filter(Boolean).length}))""")
    box.evaluate("""box => {
        box.seen = []
        box.addEventListener("keyup", () => {
            const code = box.querySelector(".highlight"), now = [...box.querySelectorAll(".now")], [line] = now
            box.seen.push({
                place: box.querySelector("div a").textContent, said: box.querySelector("[aria-live]").textContent,
                lines: now.map(line => line.textContent.trim()), news: [...box.querySelectorAll("dt.new")].map(row => row.textContent),
                rows: box.querySelectorAll(":scope > div dd").length,
                seen: line.offsetTop >= code.scrollTop && line.offsetTop + line.offsetHeight <= code.scrollTop + code.clientHeight})
        })
    }""")
    box.locator("summary").focus()
    if box.evaluate("box => box.open"):
        page.keyboard.press("Enter")
        box.evaluate("box => box.seen = []")
    for key in ("Enter", "Tab", *["ArrowRight"] * len(steps), "Home", "End", "ArrowLeft"):
        page.keyboard.press(key)
    opened, _, *walked, beyond, home, end, back = box.evaluate("box => box.seen")
    for step, now in zip(steps, [opened, *walked], strict=True):
        assert step["code"] in now.pop("lines"), f"step {now['place']}"
        assert now.pop("seen"), f"step {now['place']}: the line that runs is out of sight"
        assert now == {name: said for name, said in step.items() if name != "code"}
    places = [step["place"] for step in steps]
    assert [now["place"] for now in (beyond, home, end, back)] == [places[-1], places[0], places[-1], places[-2]]


@DEMO
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stepper_can_be_walked_by_keyboard(lang, demo, browse):
    page = browse(f"{demo}{lang}/page/")
    for box in page.locator(".stepper").all():
        walk(page, box)


@DEMO
def test_the_buttons_the_slider_and_the_lines_lead_to_steps(demo, browse):
    page = browse(f"{demo}en/page/")
    box = page.locator(".stepper").first
    where = box.locator("div a")
    box.locator("summary").click()
    box.get_by_label("Next step").click()
    box.get_by_label("Next step").click()
    box.get_by_label("Previous step").click()
    assert where.inner_text() == "2 / 19"
    box.get_by_label("Step", exact=True).fill("10")
    assert where.inner_text() == "10 / 19" and "build() does" in box.locator("[aria-live]").inner_text()
    line = box.locator(".highlight code > span", has_text="def call(self, x)")
    line.click()
    assert where.inner_text() == "13 / 19"
    line.click()
    assert where.inner_text() == "17 / 19"
    line.click()
    assert where.inner_text() == "13 / 19", "after its last time a line leads to its first"


@DEMO
def test_the_address_of_a_step_opens_it(demo, browse):
    page = browse(f"{demo}ko/page/#page-layer-9")
    box = page.locator(".stepper").first
    assert box.locator("div a").inner_text() == "9 / 19"
    assert box.locator("[aria-live] em").inner_text() == "무엇이 먼저 불릴까요?"
    page.keyboard.press("Escape")
    box.locator("summary").click()
    page.evaluate("location.hash = '#page-nested-3'")
    other = page.locator(".stepper").nth(1)
    other.locator("[aria-live]").wait_for()
    assert other.locator("div a").inner_text().startswith("3 /") and not box.locator("[aria-live]").is_visible()


@DEMO
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_line_and_state_are_seen_together_and_by_everybody(size, demo, browse):
    page = browse(f"{demo}ko/page/", viewport=size)
    page.add_style_tag(content=still.CSS)
    for opened in (False, True):
        if opened:
            page.evaluate("document.querySelectorAll('.stepper').forEach(box => box.open = true)")
        for scheme in ("light", "dark"):
            still.scheme(page, scheme)
            found = Axe().run(page, context=".stepper")
            assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    if size["width"] > 320:
        assert page.evaluate(TALLEST) <= size["height"] - 48, "the header and the tallest step do not fit"


@DEMO
def test_without_javascript_the_recording_is_a_list(demo, browse):
    page = browse(f"{demo}en/page/", java_script_enabled=False)
    box = page.locator(".stepper").first
    box.locator("summary").click()
    assert box.locator("li").count() == 19 and box.locator("li").last.is_visible()
    assert not box.locator("div").first.is_visible()


@DEMO
def test_the_counts_grow_as_the_steps_go(demo, browse):
    page = browse(f"{demo}en/page/#page-layer-1")
    box = page.locator(".stepper").first
    entry, body = (box.locator(".highlight code > span", has_text=text) for text in ("def call(self, x)", "return x * self.factor"))

    def counts():
        return entry.get_attribute("data-ran"), body.get_attribute("data-ran")

    seen = [counts()]
    for step in (13, 14, 17, 18, 1):
        box.get_by_label("Step", exact=True).fill(str(step))
        seen.append(counts())
    assert seen == [(None, None), ("1", None), ("1", "1"), ("2", "1"), ("2", "2"), (None, None)]
    assert "ran twice so far" in box.inner_text(), "the legend stands at the first step"


@DEMO
def test_a_stepper_prints_as_one_line(demo, browse):
    page = browse(f"{demo}en/page/#page-layer-9")
    page.emulate_media(media="print")
    box = page.locator(".stepper").first
    assert box.locator("summary").is_visible() and box.bounding_box()["height"] < 60
    assert not box.locator("li").last.is_visible() and not box.locator("div").first.is_visible()


@DEMO
def test_a_page_with_an_open_stepper_begins_at_its_top(demo, browse):
    page = browse(f"{demo}en/path/")
    page.locator(".stepper[open]").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0


@DEMO
def test_search_finds_the_page_and_not_its_steps(demo):
    index = json.loads(urllib.request.urlopen(f"{demo}en/search/search_index.json").read())["docs"]
    text = " ".join(entry["text"] for entry in index if entry["location"].startswith("page"))
    assert "zebra" in text and "Step through it" not in text and "enters Keras" not in text


@DEMO
def test_two_steppers_are_light(demo):
    def weight(*paths):
        return sum(len(gzip.compress(urllib.request.urlopen(demo + path).read())) for path in paths)

    script, style = weight("en/assets/stepper.js"), weight("en/assets/stepper.css")
    added = weight("en/page/index.html") - weight("en/index.html") + script + style
    print(f"script {script}, style {style}, page with two steppers {added} bytes more, all gzipped")
    assert script <= 2048 and style <= 1536 and added <= 10 * 1024


@pytest.mark.parametrize("lang, source", STEPPED, ids=lambda part: part if isinstance(part, str) else part.stem)
def test_every_stepper_of_the_book_can_be_walked(lang, source, site, look, address, request):
    path = ("" if lang == "ko" else "en/") + str(source.relative_to(ROOT / "docs" / lang).with_suffix("")) + "/"

    def walked():
        page = request.getfixturevalue("browse")(address + path)
        boxes = page.locator(".stepper").all()
        assert len(boxes) == source.read_text().count("\n```stepper ")
        for box in boxes:
            assert box.locator("em").count(), f"{lang}/{source.name}: a stepper asks the reader at least one question"
            walk(page, box)
        for size in SIZES[:2]:
            page.set_viewport_size(size)
            assert page.evaluate(TALLEST) <= size["height"] - 48, "the header and the tallest step do not fit: hold less, or show a smaller array"
        return "walked"

    kept.kept("steppers walked", path, [Path(__file__), look, (site / path / "index.html").read_text()], walked)


@pytest.mark.parametrize("page", sorted({page.relative_to(ROOT / "docs" / lang) for lang, page in STEPPED}), ids=str)
def test_twins_caption_the_same_steps(page):
    def told(lang):
        bodies = re.findall(r"(?ms)^```stepper (\w+)\n(.*?)^```", (ROOT / "docs" / lang / page).read_text())
        return [(name, {key: bool(question) for key, (question, _) in fence.captions(body).items()}) for name, body in bodies]

    for korean, english in zip_longest(told("ko"), told("en"), fillvalue=("no stepper", {})):
        one, other = set(korean[1].items()), set(english[1].items())
        assert korean[0] == english[0], f"{page}: ```stepper {korean[0]} in docs/ko where docs/en has {english[0]}"
        key = min(one ^ other, default=("", False))[0]
        assert one == other, f"docs/{'ko' if dict(one).get(key) is not None else 'en'}/{page}: stepper {korean[0]}: “{key}” has a caption or a question in one language only"
