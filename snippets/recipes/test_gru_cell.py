import keras
import numpy as np
import pytest
from contract import check_layer
from gru_cell import GRUCell

layers = keras.layers


def step(x, states, kernel, recurrent, bias):
    (h,) = states
    x, r = (np.split(each, 3, axis=-1) for each in (
        x @ kernel + bias[0], h @ recurrent + bias[1]))
    keep, reset = (1 / (1 + np.exp(-x[i] - r[i])) for i in (0, 1))
    h = keep * h + (1 - keep) * np.tanh(x[2] + reset * r[2])
    return h, [h]


def test_one_step():
    check_layer(GRUCell, {"units": 4}, ((3,), [(4,)]), reference=step)


@pytest.mark.parametrize("sequences", [True, False])
def test_in_a_recurrent_layer(sequences):
    kwargs = {"cell": GRUCell(4), "return_sequences": sequences}
    check_layer(layers.RNN, kwargs, (5, 3), masked=True)


def test_in_both_directions():
    kwargs = {"layer": layers.RNN(GRUCell(4), return_sequences=True)}
    check_layer(layers.Bidirectional, kwargs, (5, 3))


@pytest.mark.parametrize("kwargs", [
    {}, {"go_backwards": True}, {"return_sequences": True}, {"unroll": True}])
def test_equals_the_layer_of_keras(kwargs):
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    mask = np.arange(5) < np.array([[5], [4], [3], [2], [1], [0]])
    ours, theirs = layers.RNN(GRUCell(4), **kwargs), layers.GRU(4, **kwargs)
    ours(x), theirs(x)
    draw = np.random.default_rng(1).normal
    weights = [draw(size=each.shape) for each in theirs.weights]
    ours.set_weights(weights), theirs.set_weights(weights)
    for given in (None, mask):
        y, other = (
            keras.ops.convert_to_numpy(layer(x, mask=given))
            for layer in (ours, theirs)
        )
        np.testing.assert_allclose(y, other, atol=1e-5)


@pytest.mark.parametrize("units", [0, 2.5])
def test_needs_units(units):
    with pytest.raises(ValueError, match=f"units must .* not {units}"):
        GRUCell(units)


def test_needs_to_know_the_features():
    with pytest.raises(ValueError, match=r"\(None, None\)"):
        GRUCell(4).build((None, None))
