"""Pictures of shapes: each draws what its listing really had, says so in words, and a wrong one names its page and line."""
import json
import textwrap

import markdown
import pytest
from bs4 import BeautifulSoup
from pymdownx.superfences import SuperFencesException

from book import ROOT, SNIPPETS
from book.listings import name, outcome
from book.pages import LANGUAGES, where
from book.shapes import fence, record

LISTING = """
    import numpy as np

    x = np.zeros((2, 3))
    kernel = np.ones((3, 4))
    bias = np.arange(4.0) - 1.5
    y = x @ kernel + bias
    images = np.zeros((16, 28, 28, 1))
    total = y.sum()
    """
PICTURES = sorted({page for page in ROOT.glob("docs/??/*.md") if record.FENCE_IN_PAGE.search(page.read_text())})


@pytest.fixture
def convert(tmp_path, monkeypatch):
    """Writes the page, records what it asks for and renders it, as `make record` and the build would."""
    listing = tmp_path / "snippets/page/sums.py"
    listing.parent.mkdir(parents=True)
    listing.write_text(textwrap.dedent(LISTING).lstrip())
    monkeypatch.setattr(record, "ROOT", tmp_path)
    for module in (fence, record):
        monkeypatch.setattr(module, "SNIPPETS", tmp_path / "snippets")

    def convert(body, lang="en", inputs="sums", recorded=True, change=""):
        page = tmp_path / "docs" / lang / "page.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text := f"# Page\n\n```shapes {inputs}\n{body}```\n")
        if recorded:
            names = {}
            exec(listing.read_text(), names)
            recording, problem = record.kept(names, listing, sorted(record.asked()[listing]))
            assert not problem, problem
            listing.with_suffix(".shapes.json").write_text(recording)
        listing.write_text(listing.read_text() + change)
        reader = markdown.Markdown(extensions=["pymdownx.superfences"], extension_configs={"pymdownx.superfences": {"custom_fences": [fence.FENCE]}})
        relpath = type("Page", (), {
            "file": type("File", (), {"src_uri": "page.md", "abs_src_path": str(page)}),
            "config": type("Config", (), {"theme": {"language": lang}}), "run": lambda self, root: None})()
        reader.treeprocessors.register(relpath, "relpath", 0)
        return BeautifulSoup(reader.convert(text), "html.parser")
    return convert


def test_a_row_draws_each_tensor_with_its_real_cells(convert):
    html = convert("x @ kernel + bias = y\nx | batch, features\n")
    boxes = html.select("svg")
    assert [box.select_one(".name").text for box in boxes] == ["x", "kernel", "bias", "y"]
    assert [box.select_one(".axes").text for box in boxes] == ["batch 2 × features 3", "3 × 4", "4", "2 × 4"]
    assert [sign.text for sign in html.select("b")] == ["@", "+", "="]
    for box, (high, wide) in zip(boxes, [(2, 3), (3, 4), (1, 4), (2, 4)]):
        path = box.path["d"]
        assert (path.count("h"), path.count("v")) == (high - 1, wide - 1)


@pytest.mark.parametrize("lang, says", [
    ("ko", "x @ kernel = y. x의 형상은 (2, 3) (배치 2, 특성 3). kernel의 형상은 (3, 4). y의 형상은 (2, 4)"),
    ("en", "x @ kernel = y. x has the shape (2, 3) (배치 2, 특성 3). kernel has the shape (3, 4). y has the shape (2, 4)")])
def test_a_picture_is_told_in_words(lang, says, convert):
    picture = convert("x @ kernel = y\nx | 배치, 특성\n", lang).select_one("[role=img]")
    assert picture["aria-label"] == says
    assert all(box.title.text for box in picture.select("svg"))


def test_numbers_stand_in_the_cells_where_the_page_asks(convert):
    assert not [text for text in convert("bias -> total\n").select("text") if "." in text.text]
    values = convert("bias\ntotal\n", inputs="sums values").select("text:not([class])")
    assert [text.text for text in values] == ["−1.5", "−0.5", "0.5", "1.5", "0"]


def test_an_expression_may_hold_a_call(convert):
    html = convert("x - x.mean(axis=-1, keepdims=True) -> y\n")
    assert [box.select_one(".axes").text for box in html.select("svg")] == ["2 × 3", "2 × 1", "2 × 4"]


def test_a_long_axis_has_no_cells_to_count(convert):
    box = convert("images\n").svg
    assert box.select_one(".axes").text == "16 × 28 × 28 × 1" and box.path["d"] == "" and len(box.select("rect")) == 3


@pytest.mark.parametrize("how, says", [
    ({"body": "x -> z\n", "recorded": False}, ":3: shapes sums: .*sums.shapes.json is missing; run make record"),
    ({"body": "x -> y\n", "change": "x = 0\n"}, ":3: shapes sums: the recording is older than the listing; run make record"),
    ({"body": "x -> y\nx | batch\n"}, ":5: shapes sums: 'x \\| batch' has 1 names, and x has 2 axes"),
    ({"body": "x -> y\nx + y | batch\n", "recorded": False}, "names axes of a whole row"),
    ({"body": "x -> y -> 3 +\n", "recorded": False}, "'3 \\+' is no expression"),
    ({"body": "x\n", "inputs": "", "recorded": False}, "names one listing"),
])
def test_a_wrong_picture_fails_and_names_its_line(how, says, convert):
    if not how.get("recorded", True):  # a recording of something else is there, or none
        if "missing" not in says:
            convert("x\n")
    with pytest.raises(SuperFencesException, match=says) as raised:
        convert(**how)
    assert "names one" in says or str(raised.value).startswith("docs/en/page.md:")


def test_an_equation_whose_sides_differ_is_not_recorded(tmp_path, convert):
    with pytest.raises(AssertionError, match=r"x has the shape \(2, 3\), y has the shape \(2, 4\)"):
        convert("x = y\n")


def test_a_name_that_the_listing_lacks_is_not_recorded(convert):
    with pytest.raises(AssertionError, match="snippets/page/sums.py: shapes of 'x @ w': NameError"):
        convert("x @ w\n")


@pytest.mark.parametrize("listing", sorted(record.asked()), ids=name)
def test_a_recording_is_what_runs_today(listing):
    assert listing.exists(), f"a page draws shapes of {listing.relative_to(SNIPPETS.parent)}, which does not exist"
    recording, problem = outcome(listing).found["shapes"]
    assert not problem, problem
    kept = listing.with_suffix(".shapes.json")
    assert kept.exists() and kept.read_text() == recording, f"{kept.relative_to(ROOT)} is stale; if the shapes are right, run make record"


def test_no_recording_is_left_over():
    orphans = [kept for kept in SNIPPETS.glob("*/*.shapes.json") if kept.with_suffix("").with_suffix(".py") not in record.asked()]
    assert not orphans, f"{where(orphans[0])} is drawn on no page"


@pytest.mark.parametrize("page", sorted({page.name for page in PICTURES}))
def test_twins_draw_the_same(page):
    def drawn(lang):
        return [(listing, values, [line.partition("|")[0].strip() for line in body.splitlines()])
                for listing, values, body in record.FENCE_IN_PAGE.findall((ROOT / "docs" / lang / page).read_text())]
    assert len({json.dumps(drawn(lang)) for lang in LANGUAGES}) == 1, f"docs/ko/{page} and docs/en/{page} draw different shapes"
