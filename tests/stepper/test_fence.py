"""Captions belong to steps, and a wrong one names its place."""
import re
import shutil
import textwrap

import markdown
import pytest
from bs4 import BeautifulSoup
from pymdownx.superfences import SuperFencesException

from book.pages import LANGUAGES
from book.stepper import fence
from tests.stepper.programs import PROGRAMS

pytestmark = pytest.mark.kept("book/stepper/*.py")


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
