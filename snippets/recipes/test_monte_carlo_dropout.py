import keras
import numpy as np
import pytest
from contract import check_layer
from keras import ops
from monte_carlo_dropout import MCDropout, sampled


@pytest.mark.parametrize("shape", [(3,), (5, 3), (4, 5, 3)])
def test_contract(shape):
    given = {"rate": 0.4, "seed": 3}
    check_layer(MCDropout, given, shape, random=True)


@pytest.mark.parametrize("training", [False, True, None])
def test_values_are_dropped_or_enlarged_always(training):
    x = np.ones((4000, 3), "float32")
    layer = MCDropout(0.25, seed=0)
    y = ops.convert_to_numpy(layer(x, training=training))
    assert np.allclose(y[y != 0], 1 / 0.75)
    assert abs((y == 0).mean() - 0.25) < 0.02


def test_sampled():
    model = keras.Sequential([keras.Input((3,)), MCDropout(0.5, seed=0)])
    mean, deviation = sampled(model, np.ones((400, 3)), times=40)
    assert mean.shape == deviation.shape == (400, 3)
    assert abs(mean.mean() - 1) < 0.02
    assert abs(deviation.mean() - 1) < 0.03


@pytest.mark.parametrize("rate", [0, 1, 50])
def test_rate(rate):
    with pytest.raises(ValueError, match=f"rate is {rate};"):
        MCDropout(rate)
