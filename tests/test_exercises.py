"""An exercise fails as it stands and passes when solved, by the very same test; its hint and its solution stay folded."""
import re

import pytest

from book import ROOT
from book.listings import LISTINGS, name
from book.pages import LANGUAGES

PAGES = ["exercises", "exercises-more"]
SOLUTIONS = [listing for listing in LISTINGS if listing.parent.name in PAGES and not listing.stem.startswith("fails_")]


def halves(listing):
    """The class, which the reader mends, and the test, which begins where the layer is made."""
    return re.split(r"(?m)^(?=layer = )", listing.read_text(), maxsplit=1)


def test_there_are_a_dozen_and_each_has_a_solution():
    unsolved = [listing.with_stem(listing.stem.removeprefix("fails_")) for listing in LISTINGS
                if listing.parent.name in PAGES and listing.stem.startswith("fails_")]
    assert sorted(unsolved) == sorted(SOLUTIONS)
    assert len(SOLUTIONS) >= 12


@pytest.mark.parametrize("solution", SOLUTIONS, ids=name)
def test_exercise_and_solution_share_one_test(solution):
    exercise = solution.with_stem(f"fails_{solution.stem}")
    (gap, asked), (mended, answered) = halves(exercise), halves(solution)
    assert asked == answered, f"snippets/{name(solution)}.py is not tested as its exercise is"
    assert gap != mended
    assert "check_layer(" in asked and "\nassert " in asked and asked.endswith('print("passed")\n')
    assert solution.with_suffix(".out").read_text() == "passed\n"
    assert "passed" not in exercise.with_suffix(".out").read_text()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("solution", SOLUTIONS, ids=name)
def test_hint_and_solution_are_folded(solution, lang):
    text = (ROOT / "docs" / lang / f"{solution.parent.name}.md").read_text()
    section = next(part for part in re.split(r"(?m)^(?=## )", text) if f"/{solution.stem}.py" in part)
    task, *folded = re.split(r'(?m)^\?\?\? question ".+"$', section)
    assert f"/fails_{solution.stem}.py" in task and f"/{solution.stem}.py" not in task
    hint, answer = folded
    assert "```" not in hint and f"/{solution.stem}.py" in answer
    assert all(line.startswith("    ") or not line for part in folded for line in part.strip("\n").splitlines())
