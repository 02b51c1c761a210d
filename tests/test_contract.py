"""The contract finds the fault in every broken layer, and none in a right one; on any backend.

Without the book's tools: KERAS_BACKEND=jax python -m pytest --noconftest tests/test_contract.py"""
import ast
import pathlib
import sys

import keras
import pytest

from book.promises import broken, made
from tests import broken_silently
from tests.broken_layers import BROKEN, SharesItsDefault
from tests.right_kinds import Stack, TakesAnything
from tests.right_layers import BUILT_IN, FLAT, RIGHT, Affine

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "snippets/testing"))
import contract

pytestmark = pytest.mark.kept("snippets/testing/contract.py")


@pytest.fixture(autouse=True)
def seeded():
    keras.utils.set_random_seed(0)


LOUD = [case for case in BROKEN if case[1].__module__ != broken_silently.__name__]  # the others: test_contract_kinds.py


def named(cases, position=0):
    return [pytest.param(*case, id=case[position].__name__) for case in cases]


@pytest.mark.parametrize("cls, kwargs, inputs, facts", named(RIGHT))
def test_right_layer_passes(cls, kwargs, inputs, facts):
    assert contract.broken_promises(cls, kwargs, inputs, **facts) == []


@pytest.mark.parametrize("promise, cls, kwargs, inputs, facts", named(LOUD, 1))
def test_first_broken_promise_names_the_fault(promise, cls, kwargs, inputs, facts):
    with pytest.raises(contract.BrokenPromise) as caught:
        contract.check_layer(cls, kwargs, inputs, **facts)
    assert caught.value.promise == promise, caught.value


@pytest.mark.parametrize("layer, inputs", [pytest.param(*case, id=type(case[0]).__name__) for case in BUILT_IN])
def test_layer_of_keras_passes(layer, inputs):
    assert contract.broken_promises(type(layer), made(layer), inputs) == []


def test_every_promise_is_broken_by_some_layer():
    without = {"weights-learn"} if keras.backend.backend() == "numpy" else set()
    without |= {"compiled-equals-eager", "gradients"} if keras.backend.backend() in ("numpy", "torch") else set()
    without |= {"unknown-batch-size"} if keras.backend.backend() != "tensorflow" else set()
    assert {promise for promise, *_ in BROKEN} == set(contract.PROMISES) - without


def test_message_says_what_is_wrong_what_follows_and_how_to_mend_it():
    by_name = {cls.__name__: (cls, kwargs, inputs) for _, cls, kwargs, inputs, _ in BROKEN}
    with pytest.raises(AssertionError) as caught:
        contract.check_layer(*by_name["WrongShape"])
    said = str(caught.value).splitlines()
    assert said[0].startswith("WrongShape breaks 'symbolic-equals-real': Keras announces shape (None, 99)")
    assert [line.split(": ")[0] for line in said[1:]] == ["Keras", "Mend", "Read"]
    assert said[-1] == f"Read: {contract.BOOK}output-shape/"


def test_a_listings_layer_is_judged_by_its_arguments_and_left_alone():
    layer = Affine(4, keras.activations.tanh, keras.initializers.HeNormal())
    assert broken({"layer": layer, "x": FLAT}) == []
    assert not layer.built
    before = keras.ops.convert_to_numpy(layer(FLAT))
    assert broken({"layer": layer, "x": FLAT}) == []
    assert (before == keras.ops.convert_to_numpy(layer(FLAT))).all()


@pytest.mark.parametrize("layer", [TakesAnything(4, factor=2.0), TakesAnything(units=4), Stack(4, 2)])
def test_a_listings_layer_may_hand_its_arguments_on(layer):
    assert broken({"layer": layer, "x": FLAT}) == []


def test_a_listings_layer_whose_default_is_a_layer_shares_it():
    problems = broken({"layer": SharesItsDefault(), "x": FLAT})
    assert "instances-independent" in [promise for promise, _ in problems], problems


def test_promise_can_be_skipped_by_its_name_only():
    cls, kwargs, inputs = next(case[1:4] for case in BROKEN if case[1].__name__ == "TrainsByDefault")
    assert contract.broken_promises(cls, kwargs, inputs, skip={"training"}) == []
    with pytest.raises(ValueError, match="trainin'"):
        contract.broken_promises(cls, kwargs, inputs, skip={"trainin"})


def test_python_that_cleans_docstrings_finds_the_same_promises():
    """As 3.13 does: it found none there, and passed every layer."""
    tree = ast.parse(pathlib.Path(contract.__file__).read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (doc := ast.get_docstring(node)):
            node.body[0].value.value = doc
    names = {"__name__": "cleaned"}
    exec(compile(tree, "cleaned", "exec"), names)
    assert [*names["PROMISES"]] == [*contract.PROMISES] != []


def test_without_assertions_it_refuses():
    """As `python -O` compiles it."""
    names = {"__name__": "optimized"}
    exec(compile(pathlib.Path(contract.__file__).read_text(), "optimized", "exec", optimize=1), names)
    with pytest.raises(RuntimeError, match="python -O takes out assertions"):
        names["check_layer"](keras.layers.ReLU, {}, (3,))
