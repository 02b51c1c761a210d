"""The contract finds the fault in every broken layer, and none in a right one; on any backend.

Without the book's tools: KERAS_BACKEND=jax python -m pytest --noconftest tests/test_contract.py"""
import importlib.util
import pathlib
import time

import keras
import numpy as np
import pytest

from tests.broken_layers import BROKEN
from tests.right_layers import BUILT_IN, FLAT, RIGHT, Affine, Weightless

FILE = pathlib.Path(__file__).parent.parent / "snippets/testing/contract.py"
spec = importlib.util.spec_from_file_location("contract", FILE)
contract = importlib.util.module_from_spec(spec)
spec.loader.exec_module(contract)


@pytest.fixture(autouse=True)
def seeded():
    keras.utils.set_random_seed(0)


def named(cases, position=0):
    return [pytest.param(*case, id=case[position].__name__) for case in cases]


@pytest.mark.parametrize("cls, kwargs, inputs, facts", named(RIGHT))
def test_right_layer_passes(cls, kwargs, inputs, facts):
    assert contract.broken_promises(cls, inputs, kwargs, **facts) == []


@pytest.mark.parametrize("promise, cls, kwargs, inputs, facts", named(BROKEN, 1))
def test_first_broken_promise_names_the_fault(promise, cls, kwargs, inputs, facts):
    with pytest.raises(contract.BrokenPromise) as caught:
        contract.check_layer(cls, kwargs, inputs, **facts)
    assert caught.value.promise == promise, caught.value


@pytest.mark.parametrize("layer, inputs", [pytest.param(*case, id=type(case[0]).__name__) for case in BUILT_IN])
def test_layer_of_keras_passes(layer, inputs):
    assert contract.broken_promises(layer, inputs) == []
    assert not layer.built or not layer.weights


def test_every_promise_is_broken_by_some_layer():
    without = {"weights-learn"} if keras.backend.backend() == "numpy" else set()
    without |= {"compiled-equals-eager"} if keras.backend.backend() in ("numpy", "torch") else set()
    assert {promise for promise, *_ in BROKEN} == set(contract.PROMISES) - without
