import keras
import numpy as np
import pytest
from contract import check_layer
from standardize import Standardize

data = np.random.default_rng(0).normal(5, 3, size=(50, 3)).astype("float32")


def formula(x, mean, variance):
    return (x - mean) / np.sqrt(variance)


@pytest.mark.parametrize("shape", [(3,), (5, 3)])
def test_contract(shape):
    check_layer(
        Standardize, {"epsilon": 1e-6}, shape, reference=formula,
        prepare=lambda layer: layer.adapt(data)
    )


@pytest.mark.parametrize("size", [1, 7, 50])
def test_batches_equal_the_layer_of_keras(size):
    ours, theirs = Standardize(), keras.layers.Normalization()
    ours.adapt(data[i:i + size] for i in range(0, 50, size))
    theirs.adapt(data)
    y, other = (
        keras.ops.convert_to_numpy(layer(data)) for layer in (ours, theirs)
    )
    np.testing.assert_allclose(y, other, atol=1e-5)


def test_adapt_forgets_what_it_learnt_before():
    layer = Standardize()
    layer.adapt(data)
    layer.adapt(data + 100)
    np.testing.assert_allclose(layer.mean, data.mean(axis=0) + 100, rtol=1e-5)


def test_a_constant_feature_becomes_zero():
    layer = Standardize()
    layer.adapt(np.full((4, 2), 7.0))
    assert not np.any(keras.ops.convert_to_numpy(layer(np.full((1, 2), 7.0))))


def test_large_numbers_in_half_precision():
    layer = Standardize(dtype="mixed_float16")
    layer.adapt(1e6 * data)
    y = keras.ops.convert_to_numpy(layer(1e6 * data))
    assert y.dtype == "float16" and abs(y.std() - 1) < 0.01


def test_it_needs_data():
    with pytest.raises(ValueError, match="needs rows of data, and got 0"):
        Standardize().adapt(data[:0])
    with pytest.raises(ValueError, match=r"adapt\(data\).*\(None, 3\)"):
        Standardize().build((None, 3))
