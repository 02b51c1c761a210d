"""Kinds of layers, each once mistaken by the contract: right ones that it blamed, wrong ones that it passed, and its words."""
import keras
import numpy as np
import pytest

from tests import broken_silently
from tests.broken_layers import BROKEN
from tests.right_kinds import KINDS
from tests.right_layers import Weightless
from tests.test_contract import contract, seeded  # noqa: F401

pytestmark = pytest.mark.kept("snippets/testing/contract.py")
SILENT = [case for case in BROKEN if case[1].__module__ == broken_silently.__name__]


@pytest.mark.parametrize("cls, kwargs, inputs, facts", [pytest.param(*case, id=case[0].__name__) for case in KINDS])
def test_right_kind_passes(cls, kwargs, inputs, facts):
    assert [str(broken) for broken in contract.broken_promises(cls, kwargs, inputs, **facts)] == []


@pytest.mark.parametrize("promise, cls, kwargs, inputs, facts", [pytest.param(*case, id=case[1].__name__) for case in SILENT])
def test_silent_fault_is_found(promise, cls, kwargs, inputs, facts):
    with pytest.raises(contract.BrokenPromise) as caught:
        contract.check_layer(cls, kwargs, inputs, **facts)
    assert caught.value.promise == promise, caught.value


def said(name):
    _, cls, kwargs, inputs, facts = next(case for case in BROKEN if case[1].__name__ == name)
    return str(contract.broken_promises(cls, kwargs, inputs, first=True, **facts)[0]).splitlines()


def test_forgotten_return_is_named():
    assert "does not end with a `return`" in said("ForgetsReturn")[0]


def test_reference_of_other_weights_says_how_many_there_are():
    assert "the layer has 1 inputs and 0 weights; the reference: " in said("NoWeight")[0]
    assert "the layer has 1 inputs and 2 weights; the reference: " in said("OneWeightTooMany")[0]


def test_crash_is_told_as_a_crash_and_names_the_way_out():
    lines = said("TakesNoName")
    assert "this error was raised where the promise was tried" in lines[1]
    assert "follow the error; often: take **kwargs in __init__" in lines[2] and "skip={'base-arguments'}" in lines[3]
    assert said("NoSuper")[2] == "Mend: follow the error. __init__ gets kwargs; call gets inputs and call={…}."


def test_the_cause_is_named():
    assert "; each sets self.last anew" in said("KeepsTheLast")[0]
    assert "does not end with a `return`" in said("ConfigWithoutReturn")[0]
    assert "another 'scale': 0.5 comes back as 0.1" in said("WritesAnotherScale")[0]
    assert "announces 1 outputs, not 2" in said("AnnouncesOneOfTwo")[0]
    assert "a masked step is counted as a step" in said("DividesByAllSteps")[0]


def test_last_line_of_a_long_error_is_kept():
    class Long(Weightless):
        def call(self, x):
            raise ValueError("begin\n" + "middle\n" * 500 + "the cause")
    message = str(contract.broken_promises(Long, {}, (3,))[0])
    assert "begin" in message and "the cause" in message and len(message) < 1200


def test_second_fault_shows_beside_the_first():
    class TakesNothing(Weightless):
        def __init__(self):
            super().__init__()

        def call(self, x):
            return keras.ops.reshape(x, (6, 3))
    promises = [broken.promise for broken in contract.broken_promises(TakesNothing, {}, (3,))]
    assert promises == ["base-arguments", "any-batch-size"]


def test_a_mask_that_inputs_carry_is_implied():
    class Loses(Weightless):
        pass
    masked = keras.layers.Masking()(np.ones((6, 4, 3), "float32"))
    assert "mask" in [broken.promise for broken in contract.broken_promises(Loses, {}, masked)]
