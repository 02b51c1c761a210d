"""An exercise fails as it stands, passes when solved, and never passes for a wrong answer, all by the very same test.

On any page, `fails_<name>.py` is the exercise, `<name>.py` its solution, and each file of `<name>.wrong/` the half that
a reader writes, wrong in the way that its name says."""
import re

import pytest

from book.listings import LISTINGS, ROOT, SNIPPETS, name, run_all
from book.pages import LANGUAGES

SOLUTIONS = [listing for listing in LISTINGS if listing.with_suffix(".wrong").is_dir()]
WRONG = sorted(SNIPPETS.glob("*/*.wrong/*.py"))


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
    assert "check_layer(" in asked and "assert " in asked and asked.endswith('print("passed")\n')
    assert solution.with_suffix(".out").read_text() == "passed\n"
    assert "passed" not in exercise.with_suffix(".out").read_text()


@pytest.mark.parametrize("solution", SOLUTIONS, ids=name)
def test_exercise_has_four_different_wrong_answers(solution):
    answers = {wrong: wrong.read_text().strip() for wrong in solution.with_suffix(".wrong").iterdir()}
    assert len(answers) >= 4
    assert len({*answers.values(), halves(solution)[0].strip()}) == len(answers) + 1
    for wrong, text in answers.items():
        assert not re.search(r"(?m)^layer = ", text), f"{wrong} holds more than the reader's half"


@pytest.fixture(scope="module")
def answered(request, tmp_path_factory):
    """What each wrong answer that is asked for printed before the exercise's own test, and its error; played side by side."""
    folder, programs = tmp_path_factory.mktemp("answers"), {}
    asked = [item for item in request.session.items if item.module is request.module and "answered" in item.fixturenames]
    for wrong in sorted({item.callspec.params["wrong"] for item in asked}):
        solution = wrong.parent.with_suffix(".py")
        programs[wrong] = folder / solution.parent.name / solution.stem / wrong.name
        programs[wrong].parent.mkdir(parents=True, exist_ok=True)
        programs[wrong].write_text(wrong.read_text().rstrip("\n") + "\n\n\n" + halves(solution)[1])
    played = run_all(programs.values())
    return {wrong: played[program] for wrong, program in programs.items()}


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: str(wrong.relative_to(SNIPPETS)))
def test_wrong_answer_does_not_pass(wrong, answered):
    printed, error, _ = answered[wrong].result()
    assert error and "passed" not in printed.splitlines(), f"{wrong.relative_to(ROOT)} passes"


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
