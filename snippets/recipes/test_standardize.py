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


@pytest.mark.parametrize("dtype", ["float16", "mixed_float16"])
def test_large_numbers_in_half_precision(dtype):
    layer = Standardize(dtype=dtype)
    layer.adapt(1e6 * data)
    y = keras.ops.convert_to_numpy(layer(1e6 * data))
    assert y.dtype == "float16" and abs(y.std() - 1) < 0.01


def test_it_needs_data():
    with pytest.raises(ValueError, match="needs rows of data, and got 0"):
        Standardize().adapt(data[:0])
    with pytest.raises(ValueError, match=r"adapt\(data\).*\(None, 3\)"):
        Standardize().build((None, 3))


@pytest.mark.parametrize("wrong", [
    data[0], [data, data[:, :2]], [(data, data[:, 0])]])
def test_it_needs_rows_of_one_width_without_targets(wrong):
    with pytest.raises(ValueError, match=r"of \(rows, features\) without"):
        Standardize().adapt(wrong)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_copy_without_weights_refuses_until_they_arrive(tmp_path):
    layer = Standardize()
    layer.adapt(data)
    model = keras.Sequential([keras.Input((3,)), layer])
    model.save_weights(tmp_path / "model.weights.h5")
    copy = keras.models.model_from_json(model.to_json())
    with pytest.raises(ValueError, match="has seen no data"):
        copy.predict(data, verbose=0)
    copy.load_weights(tmp_path / "model.weights.h5")
    y, other = (each.predict(data, verbose=0) for each in (model, copy))
    np.testing.assert_array_equal(y, other)
