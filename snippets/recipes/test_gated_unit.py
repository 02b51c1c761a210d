import numpy as np
import pytest
from contract import check_layer
from gated_unit import GatedUnit


def silu(x):
    return x / (1 + np.exp(-x))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@pytest.mark.parametrize("activation", [silu, sigmoid])
@pytest.mark.parametrize("inputs", [(6,), (4, 6)])
def test_the_formula_and_the_contract(activation, inputs):
    def formula(x, w1, b1, w2, b2, w3, b3):
        return activation(x @ w1 + b1) * (x @ w2 + b2) @ w3 + b3

    kwargs = {"hidden": 5, "activation": activation.__name__}
    check_layer(GatedUnit, kwargs, inputs, reference=formula)


@pytest.mark.parametrize("hidden", [0, -3, 2.5])
def test_there_must_be_hidden_units(hidden):
    with pytest.raises(ValueError, match=f"hidden={hidden}"):
        GatedUnit(hidden)


def test_numbers_of_numpy():
    assert GatedUnit(np.int64(5)).get_config()["hidden"] == 5
