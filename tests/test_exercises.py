"""An exercise fails as it stands, passes when solved, and never passes for a wrong answer, all by the very same test.

On any page, `fails_<name>.py` is the exercise, `<name>.py` its solution, and each file of `<name>.wrong/` the half that
a reader writes, wrong in the way that its name says."""
import json
import re

import pytest

from book import ROOT, SNIPPETS, kept
from book.listings import CONTRACT, LISTINGS, PLAYERS, name
from book.pages import LANGUAGES
from book.player import run

SOLUTIONS = [listing for listing in LISTINGS if listing.with_suffix(".wrong").is_dir()]
WRONG = sorted(SNIPPETS.glob("*/*.wrong/*.py"))
SLIPS = {"NameError", "ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError"}  # of who wrote it down


def halves(listing):
    """What the reader mends, and the test, which begins where the layer is made."""
    return re.split(r"(?m)^(?=layer = )", listing.read_text(), maxsplit=1)


def test_there_are_a_dozen_and_each_has_a_solution():
    assert len(SOLUTIONS) >= 12
    assert {wrong.parent.with_suffix(".py") for wrong in WRONG} == set(SOLUTIONS)
    pages = {solution.parent for solution in SOLUTIONS if solution.parent.name.startswith("exercises")}
    for page in pages:  # where each listing is one of the two
        unsolved = {exercise.with_stem(exercise.stem.removeprefix("fails_")) for exercise in page.glob("fails_*.py")}
        assert unsolved == set(page.glob("*.py")) - set(page.glob("fails_*.py")) == {s for s in SOLUTIONS if s.parent == page}


@pytest.mark.parametrize("solution", SOLUTIONS, ids=name)
def test_exercise_and_solution_share_one_test(solution):
    exercise = solution.with_stem(f"fails_{solution.stem}")
    (gap, asked), (mended, answered) = halves(exercise), halves(solution)
    assert asked == answered, f"snippets/{name(solution)}.py is not tested as its exercise is"
    assert gap != mended
    assert "assert " in asked and asked.endswith('print("passed")\n')
    assert "check_layer(" in asked or not solution.parent.name.startswith("exercises"), "the path asks before it knows the contract"
    assert solution.with_suffix(".out").read_text() == "passed\n"
    assert "passed" not in exercise.with_suffix(".out").read_text().splitlines()


@pytest.mark.parametrize("solution", SOLUTIONS, ids=name)
def test_exercise_has_four_different_wrong_answers(solution):
    answers = {wrong: wrong.read_text().strip() for wrong in solution.with_suffix(".wrong").iterdir()}
    assert len(answers) >= 4
    assert len({*answers.values(), halves(solution)[0].strip()}) == len(answers) + 1
    for wrong, text in answers.items():
        assert not re.search(r"(?m)^layer = ", text), f"{wrong} holds more than the reader's half"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: str(wrong.relative_to(SNIPPETS)))
def test_wrong_answer_does_not_pass(wrong, tmp_path):
    solution = wrong.parent.with_suffix(".py")
    program = tmp_path / solution.name
    program.write_text(wrong.read_text().rstrip("\n") + "\n\n\n" + halves(solution)[1])
    played = kept.kept("wrong answers", f"{name(solution)}-{wrong.stem}", [program, CONTRACT, *PLAYERS], lambda: json.dumps(run(program)))
    printed, error, *_ = json.loads(played)
    assert error and "passed" not in printed.splitlines(), f"{wrong.relative_to(ROOT)} passes"
    assert error not in SLIPS, f"{wrong.relative_to(ROOT)} ends with {error}, whatever the exercise asks"


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
