"""Pictures of what a listing printed: each shows those numbers and no others, says so in words, and a wrong one names its page."""
import re

import pytest
from bs4 import BeautifulSoup
from pymdownx.superfences import SuperFencesException

from book import SNIPPETS, drawn
from book.pages import LANGUAGES, fences, pages, where

DRAWN = [(page, match[1]) for lang in LANGUAGES for page in pages(lang) for match in re.finditer(r"(?m)^```drawn (\w+)$", page.read_text())]


class Page:
    """The page that a fence stands in, as far as the fence asks."""

    def __init__(self, uri, lang="en"):
        self.treeprocessors = {"relpath": self}
        self.file = self.config = self
        self.src_uri, self.theme = uri, {"language": lang}


def test_rows_of_numbers_are_an_image_darker_where_a_number_is_larger():
    rows = drawn.printed("shape = (2, 3)\n[[ 0  4  2]\n [ 1 -3  0]]\n")
    assert rows == [[0, 4, 2], [1, -3, 0]]
    cells = BeautifulSoup(drawn.image(rows), "html.parser").g.find_all("rect")
    assert [(cell["x"], cell["y"], cell["opacity"]) for cell in cells] == [("20", "0", "1.00"), ("40", "0", "0.50"), ("0", "20", "0.25")]


def test_a_list_is_a_curve_through_its_numbers():
    (values,) = drawn.printed("accuracy = 0.1\nloss = [4.0, 2.0, 1.0]\n")
    assert values == [4, 2, 1]
    points = BeautifulSoup(drawn.curve(values), "html.parser").polyline["points"].split()
    heights = [float(point.split(",")[1]) for point in points]
    assert [round((heights[0] - height) / drawn.HIGH * 4, 2) for height in heights] == [0, -2, -3]


def test_the_last_of_them_is_drawn():
    assert drawn.printed("[[1 2]\n [3 4]]\ntext\n[[5 6 7]\n [8 9 0]]\n") == [[5, 6, 7], [8, 9, 0]]
    assert drawn.printed("a = [1, 2, 3]\nb = [4, 5, 6]\n") == [[4, 5, 6]]


@pytest.mark.parametrize("name, said, message", [
    ("nothing", "words", "drawn nothing: snippets/models/nothing.out is missing"),
    ("before", "words", "snippets/models/before.out has no rows of numbers"),
    ("digit", " \n", "say in the fence what there is to see"),
])
def test_a_wrong_fence_names_its_page(name, said, message):
    with pytest.raises(SuperFencesException, match=message) as raised:
        drawn.fence(said, "drawn", "", {"listing": name}, Page("models.md"))
    assert str(raised.value).startswith("docs/en/models.md: ")


@pytest.mark.parametrize("page, listing", DRAWN, ids=lambda value: value if isinstance(value, str) else where(value))
def test_a_picture_stands_below_the_output_that_it_draws(page, listing):
    seen = fences(page)
    places = [i for i, fence in enumerate(seen) if fence.syntax == f"drawn {listing}"]
    record = (SNIPPETS / page.stem / f"{listing}.out").read_text().strip("\n")
    assert drawn.printed(record) and all((seen[i - 1].syntax, seen[i - 1].code) == ("output", record) for i in places), f"{where(page)}: drawn {listing}"
