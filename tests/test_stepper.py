"""The stepper: recordings tell what really ran, captions belong to steps, and the player plays for every reader."""
import functools
import gzip
import http.server
import json
import os
import re
import shutil
import sys
import textwrap
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path

import markdown
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pymdownx.superfences import SuperFencesException

from book import ROOT, kept
from book.pages import LANGUAGES, pages
from book.player import server
from book.stepper import fence

pytestmark = pytest.mark.kept("book/stepper/*.py", "theme/main.html", "theme/assets/*", "mkdocs*.yml", "snippets/*/*.steps.json", "docs/*/*.md")

LAYER = """
    import keras


    class Scale(keras.layers.Layer):
        def __init__(self, start=1.0):
            super().__init__()
            self.start = start

        def build(self, input_shape):
            self.factor = self.add_weight(
                shape=(input_shape[-1],), name="factor"
            )

        def call(self, x):
            return x * self.factor


    layer = Scale()
    x = keras.ops.ones((2, 3))
    y = layer(x)
    y = layer(x)
    """
PROGRAMS = {
    "layer": LAYER,
    "exceptions": """
        def inner(n):
            return 1 / n

        def outer(n):
            try:
                return inner(n)
            finally:
                n = 5

        try:
            outer(0)
        except ZeroDivisionError as error:
            print("caught")
        """,
    "generator": """
        def count():
            for i in range(2):
                yield i

        for n in count():
            print(n)
        """,
    "nested": """
        import keras

        class Inner(keras.layers.Layer):
            def call(self, x):
                return x + 1

        class Outer(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.inner = Inner()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                return self.dense(self.inner(x))

        layer = Outer()
        y = layer(keras.ops.ones((1, 2)))
        """,
    "recursion": """
        def down(n):
            if n:
                down(n - 1)
            n = -n

        down(2)
        """,
    "statements": """
        def pick(a, b):
            return (
                a
                + b
            )

        total = pick(
            a=1,
            b=2,
        )
        for i in range(2):
            total += i
        while total > 1: total -= 2
        squares = [n * n for n in range(9)]
        """,
    "decorators": """
        import functools

        def twice(function):
            @functools.wraps(function)
            def wrapper(n):
                return function(function(n))
            return wrapper

        @twice
        def half(n):
            print(n)
            return n / 2

        half(4)
        """,
    "graph": """
        import keras
        import tensorflow as tf

        class Double(keras.layers.Layer):
            def call(self, x):
                return 2 * x

        layer = Double()
        x = keras.ops.ones((1, 2))

        @tf.function
        def run(x):
            y = layer(x)
            return y

        run(x)
        run(x)
        """,
    "theirs": """
        import keras

        layer = keras.layers.Dense(2)
        y = layer(keras.ops.ones((1, 2)))
        """,
    "fails": """
        import keras

        class Lost(keras.layers.Layer):
            def __init__(self):
                self.units = 4

        layer = Lost()
        layer(keras.ops.ones((1, 2)))
        """,
    "import": "import nowhere\n",
    "long": "for i in range(100):\n    i\n",
}


def recorded(path, pipe):
    """In a child: the recording, the error that forbids it, and whether the child's own tracer stands as before."""
    from book.stepper.record import record

    folder = os.open(path.parent, os.O_RDONLY)
    os.fchdir(folder)
    seen = []
    tracer = lambda *event: seen.append(event)  # noqa: E731
    main = sys.modules["__main__"]
    sys.settrace(tracer)
    try:
        result = record(path), None
    except ValueError as error:
        result = None, str(error)
    untouched = sys.gettrace() is tracer and sys.modules["__main__"] is main
    sys.settrace(None)
    pipe.send((*result, untouched))


def run(path):
    here, there = server().Pipe()
    process = server().Process(target=recorded, args=(path, there))
    process.start()
    there.close()
    try:
        return here.recv()
    finally:
        process.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of listings with their recordings, as the book has them."""
    folder = tmp_path_factory.mktemp("snippets")
    page = folder / "page"
    page.mkdir()
    for name, program in PROGRAMS.items():
        (page / f"{name}.py").write_text(textwrap.dedent(program).lstrip())
    with ThreadPoolExecutor(2) as runners:
        for name, (recording, *_) in zip(PROGRAMS, runners.map(run, [page / f"{name}.py" for name in PROGRAMS])):
            if recording:
                (page / f"{name}.steps.json").write_text(recording)
    return folder


@pytest.fixture
def steps(folder):
    return lambda name: json.loads((folder / f"page/{name}.steps.json").read_text())["steps"]


def told(steps):
    return [(step["kind"], step["code"]) for step in steps]


def test_a_step_shows_what_runs_who_called_and_what_is_new(steps):
    life = steps("layer")
    assert [key.partition(" #")[0] for key in fence.keys(life)] == [
        "> class Scale(keras.layers.Layer):", "> layer = Scale()",
        "__init__", "__init__ > super().__init__()", "__init__ > self.start = start", "__init__ <",
        "> x = keras.ops.ones((2, 3))", "> y = layer(x)",
        "__call__", "build", "build > self.factor = self.add_weight(", "build <", "call", "call > return x * self.factor",
        "> y = layer(x)", "__call__", "call", "call > return x * self.factor", "<"]
    build, made, call = life[9], life[11], life[12]
    assert build["chain"] == ["<module>", "keras Layer.__call__", "keras Layer._maybe_build", "keras Layer.build", "Scale.build"]
    assert (build["self"], build["new"]) == ("layer", {"input_shape": "(2, 3)"})
    assert made["new"]["self.factor"].startswith("Variable (3,) float32 [")
    assert call["new"]["self.built"] == "True"
    assert life[4]["new"] == {"self.built": "False"}, "what super().__init__() did stands in the next step"
    assert life[14]["new"].keys() == {"layer", "layer.factor", "y"}


def test_two_processes_record_the_same_bytes(folder):
    assert run(folder / "page/layer.py")[0] == (folder / "page/layer.steps.json").read_text()


def test_the_tracer_that_was_there_is_put_back(folder):
    assert run(folder / "page/statements.py")[2] and run(folder / "page/fails.py")[2]


def test_an_exception_is_followed_on_its_way_out(steps):
    way = steps("exceptions")
    assert [(step["kind"], step["chain"][-1]) for step in way if step["kind"] in ("raise", "return")] == [
        ("raise", "inner"), ("raise", "outer"), ("raise", "<module>"), ("return", "<module>")]
    assert {step["error"] for step in way if "error" in step} == {"ZeroDivisionError: division by zero"}
    assert way[-1]["print"] == "caught"
    assert not [step for step in way if step["code"] == "try:" and step["kind"] == "line"]


def test_a_generator_hands_out_and_goes_on(steps):
    parts = [step for step in steps("generator") if step["chain"][-1] == "count"]
    assert [step["kind"] for step in parts] == ["call", "line", "yield", "line", "yield", "line", "return"]
    assert [step["return"] for step in parts if step["kind"] == "yield"] == ["0", "1"]
    assert len({step["frame"] for step in parts}) == 1


def test_layers_in_layers_are_told_apart(steps):
    calls = [(step["chain"][-1], step["self"], "keras Layer._maybe_build" in step["chain"]) for step in steps("nested") if step["kind"] == "call"]
    assert calls == [
        ("Outer.__init__", "layer", False), ("Outer.call", "layer", True), ("Inner.call", "layer.inner", True),
        ("Outer.call", "layer", False), ("Inner.call", "layer.inner", False)]
    assert steps("nested")[-1]["new"]["layer.dense"] == "Dense(built=True)"


def test_each_turn_of_a_recursion_has_names_of_its_own(steps):
    turns = [step for step in steps("recursion") if step["kind"] in ("call", "return") and step["chain"][-1] == "down"]
    assert [(step["kind"], len(step["chain"]) - 1) for step in turns] == [
        ("call", 1), ("call", 2), ("call", 3), ("return", 3), ("return", 2), ("return", 1)]
    assert [step["new"] for step in turns] == [{"n": "2"}, {"n": "1"}, {"n": "0"}, {}, {"n": "-1"}, {"n": "-2"}]


def test_a_statement_is_one_step_and_a_turn_of_a_loop_is_one_too(steps):
    assert told(steps("statements")) == [
        ("line", "def pick(a, b):"), ("line", "total = pick("), ("call", "def pick(a, b):"), ("return", "return ("),
        ("line", "for i in range(2):"), ("line", "total += i"), ("line", "for i in range(2):"), ("line", "total += i"), ("line", "for i in range(2):"),
        ("line", "while total > 1: total -= 2"), ("line", "while total > 1: total -= 2"), ("line", "squares = [n * n for n in range(9)]"),
        ("return", "squares = [n * n for n in range(9)]")]


def test_a_decorator_of_the_readers_is_seen(steps):
    assert [step["chain"][1:] for step in steps("decorators") if step["kind"] == "call"] == [
        ["twice"], ["wrapper"], ["wrapper", "half"], ["wrapper", "half"]]
    assert [step["print"] for step in steps("decorators") if "print" in step] == ["4", "2.0"]


def test_a_graph_calls_the_layer_once(steps):
    calls = [step for step in steps("graph") if step["kind"] == "call"]
    assert [step["chain"][-1] for step in calls] == ["Double.call"]
    assert calls[0]["new"]["x"] == "SymbolicTensor (1, 2) float32"


def test_keras_own_layers_take_no_steps(steps):
    assert told(steps("theirs")) == [
        ("line", "layer = keras.layers.Dense(2)"), ("line", "y = layer(keras.ops.ones((1, 2)))"), ("return", "y = layer(keras.ops.ones((1, 2)))")]


def test_a_failing_listing_ends_in_its_real_error(folder, steps):
    recording = json.loads((folder / "page/fails.steps.json").read_text())
    assert recording["error"].startswith("RuntimeError: In layer 'Lost', you forgot to call `super().__init__()`")
    assert steps("fails")[-1]["error"] == recording["error"]
    assert told(steps("import")) == [("raise", "import nowhere")]


def test_too_many_steps_are_refused_with_advice(folder):
    _, error, _ = run(folder / "page/long.py")
    assert error.startswith("page/long.py takes 202 steps") and "split the listing" in error


FENCES = {"custom_fences": [fence.FENCE]}


class Page:
    """What MkDocs tells a fence, so that fences are tested without a build."""
    def __init__(self, lang, uri):
        self.file = type("File", (), {"src_uri": uri})
        self.config = type("Config", (), {"theme": {"language": lang}, "nav": [{"Learn": ["path.md"]}]})
        self.present_anchor_ids = set()

    def run(self, root):
        return None


@pytest.fixture
def convert(folder, monkeypatch):
    monkeypatch.setattr(fence, "SNIPPETS", folder)

    def convert(body, listing="layer", lang="ko", uri="page.md"):
        reader = markdown.Markdown(extensions=["pymdownx.superfences"], extension_configs={"pymdownx.superfences": FENCES})
        for name in ("relpath", "mkdocs_extract_anchors"):
            reader.treeprocessors.register(Page(lang, uri), name, 0)
        html = BeautifulSoup(reader.convert(f"before\n\n```stepper {listing}\n{body}```\n\nafter"), "html.parser")
        html.ids = reader.treeprocessors["mkdocs_extract_anchors"].present_anchor_ids
        return html
    return convert


@pytest.mark.parametrize("listing", [name for name in PROGRAMS if name != "long"])
def test_every_key_finds_its_own_step(listing, steps):
    life = steps(listing)
    assert [fence.place(key, life) for key in fence.keys(life)] == list(range(len(life)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("listing", [name for name in PROGRAMS if name != "long"])
def test_an_empty_fence_says_something_of_every_step(listing, lang, convert, steps):
    html = convert("", listing, lang)
    said = [step.p.text for step in html.select("li")]
    assert len(said) == len(steps(listing)) and all(said)
    assert all(re.search("[가-힣]", words) for words in said) == (lang == "ko")
    assert html.select("p")[0].text == "before" and html.select("p")[-1].text == "after"
    rows = len(html.select("ol dt"))
    for step in html.select("li"):
        seen = [int(row) for row in step["data-rows"].split()]
        assert all(0 <= row < rows for row in seen) and len(set(seen)) == len(seen)


def test_a_caption_stands_at_its_step_and_a_question_before_it(convert):
    html = convert(textwrap.dedent("""\
        __call__ #2
            ? Will `build()` run
            ? again?
        call > return #2
            ? What comes out?
            The **same** `x`.
        build <
            Two lines are
            one caption.
        """), lang="en")
    said = [step.p for step in html.select("li")]
    assert said[14].em.text == "Will build() run again?" and said[16].em.text == "What comes out?"
    assert str(said[17]) == "<p>The <strong>same</strong> <code>x</code>.</p>"
    assert said[11].text == "Two lines are one caption."
    assert len(html.select("em")) == 2
    assert html.ids == {f"page-layer-{number}" for number in range(1, 20)}


def test_a_step_says_if_its_line_ran(convert):
    html = convert("")
    ran = [step.code.text for step in html.select("li[data-ran]")]
    assert ran.count("def build(self, input_shape):") == 1 and ran.count("def call(self, x):") == ran.count("return x * self.factor") == 2
    assert len(ran) == 14


def test_a_stepper_is_open_on_the_path_only(convert, folder):
    (folder / "path").mkdir(exist_ok=True)
    for file in (folder / "page").glob("layer.*"):
        shutil.copy(file, folder / "path")
    assert "open" in convert("", uri="path.md").details.attrs and "open" not in convert("").details.attrs


@pytest.mark.parametrize("body, says", [
    ("biuld\n    x\n", "no step has the key 'biuld'; the nearest are: build"),
    ("build > self.bias\n    x\n", "no step has the key 'build > self.bias'; the nearest are: build > self.factor = self.add_weight("),
    ("call #3\n    x\n", "no step has the key 'call #3'; that happens 2 times"),
    ("__init__ > s\n    x\n", "may mean several lines; write more of it: self.start = start · super().__init__()"),
    ("build\n    x\nbuild\n    y\n", "the key 'build' stands twice"),
    ("build\n    x\nScale.build\n    y\n", "two keys name the same step"),
    ("    x\n", "'x' has no key above it"),
    ("build: the shape\n    x\n", "'build: the shape' is no key"),
    ("> class\n    ? first?\n", "nothing is before the first"),
])
def test_a_wrong_caption_fails_and_names_page_listing_and_key(body, says, convert):
    with pytest.raises(SuperFencesException, match="^" + re.escape("docs/ko/page.md: stepper layer: ") + ".*" + re.escape(says)):
        convert(body)


def test_a_missing_or_stale_recording_fails(folder, convert):
    with pytest.raises(SuperFencesException, match="snippets/page/long.steps.json is missing; run make record"):
        convert("", "long")
    listing = folder / "page/recursion.py"
    before = listing.read_text()
    listing.write_text("\n" + before)
    try:
        with pytest.raises(SuperFencesException, match="older than the listing; run make record"):
            convert("", "recursion")
    finally:
        listing.write_text(before)


def test_a_stepper_without_a_listing_fails(convert):
    with pytest.raises(SuperFencesException, match="names one listing"):
        convert("", "")


# The player, in a browser: first on a small site of its own, then every stepper of the book.

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
        page.goto(address, wait_until="networkidle")
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stepper_can_be_walked_by_keyboard(lang, demo, browse):
    page = browse(f"{demo}{lang}/page/")
    for box in page.locator(".stepper").all():
        walk(page, box)


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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_line_and_state_are_seen_together_and_by_everybody(size, demo, browse):
    page = browse(f"{demo}ko/page/", viewport=size)
    for opened in (False, True):
        if opened:
            page.evaluate("document.querySelectorAll('.stepper').forEach(box => box.open = true)")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(200)
            found = Axe().run(page, context=".stepper")
            assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    if size["width"] > 320:
        assert page.evaluate(TALLEST) <= size["height"] - 48, "the header and the tallest step do not fit"


def test_without_javascript_the_recording_is_a_list(demo, browse):
    page = browse(f"{demo}en/page/", java_script_enabled=False)
    box = page.locator(".stepper").first
    box.locator("summary").click()
    assert box.locator("li").count() == 19 and box.locator("li").last.is_visible()
    assert not box.locator("div").first.is_visible()


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


def test_a_stepper_prints_as_one_line(demo, browse):
    page = browse(f"{demo}en/page/#page-layer-9")
    page.emulate_media(media="print")
    box = page.locator(".stepper").first
    assert box.locator("summary").is_visible() and box.bounding_box()["height"] < 60
    assert not box.locator("li").last.is_visible() and not box.locator("div").first.is_visible()


def test_a_page_with_an_open_stepper_begins_at_its_top(demo, browse):
    page = browse(f"{demo}en/path/")
    page.wait_for_timeout(300)
    assert page.locator(".stepper").first.evaluate("box => box.open") and page.evaluate("scrollY") == 0


def test_search_finds_the_page_and_not_its_steps(demo):
    index = json.loads(urllib.request.urlopen(f"{demo}en/search/search_index.json").read())["docs"]
    text = " ".join(entry["text"] for entry in index if entry["location"].startswith("page"))
    assert "zebra" in text and "Step through it" not in text and "enters Keras" not in text


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
        found = Axe().run(page, context=".stepper")  # the rest of the page is test_browser's
        assert not found.violations_count, found.generate_report()
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
