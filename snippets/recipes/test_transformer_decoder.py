import math

import keras
import numpy as np
import pytest
from contract import check_layer
from keras import ops
from transformer_decoder import TransformerDecoder


def normal(x, gamma, beta):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-6) * gamma + beta


def attend(x, wq, bq, wk, bk, wv, bv, wo, bo):
    def heads(w, b):
        return np.einsum("bsf,fhd->bhsd", x, w) + b[:, None]

    query, key, value = heads(wq, bq), heads(wk, bk), heads(wv, bv)
    scores = query @ np.swapaxes(key, 2, 3) / wq.shape[2] ** 0.5
    weights = np.tril(np.exp(scores))
    weights = weights / weights.sum(-1, keepdims=True)
    return np.einsum("bhsd,hdf->bsf", weights @ value, wo) + bo


def formula(x, *w):
    x = x + attend(normal(x, *w[:2]), *w[2:10])
    hidden = normal(x, *w[10:12]) @ w[12] + w[13]
    erf = np.vectorize(math.erf)(hidden / 2**0.5)
    return x + hidden * (1 + erf) / 2 @ w[14] + w[15]


@pytest.mark.parametrize("heads", [1, 2])
def test_the_formula_and_the_contract(heads):
    kwargs = {"heads": heads, "hidden": 5, "dropout": 0.2}
    check_layer(TransformerDecoder, kwargs, (4, 6), reference=formula)


@pytest.mark.parametrize("dtype", ["float32", "mixed_float16"])
def test_step_by_step_is_the_whole(dtype):
    x = np.random.default_rng(0).normal(size=(3, 5, 6)).astype("float32")
    layer = TransformerDecoder(2, 8, dtype=dtype)
    whole = ops.convert_to_numpy(layer(x))
    cache = layer.empty_cache(batch=3, length=7)
    for place in range(5):
        y, cache = layer.step(x[:, place : place + 1], cache, place)
        y = ops.convert_to_numpy(y)[:, 0]
        assert y.dtype == whole.dtype
        close = 1e-5 if dtype == "float32" else 1e-2
        assert np.allclose(y, whole[:, place], atol=close)


@pytest.fixture
def half():
    keras.config.set_floatx("float16")
    yield
    keras.config.set_floatx("float32")


def test_steps_are_whole_numbers_under_any_floatx(half):
    layer = TransformerDecoder(2, 8)
    model = keras.Sequential([keras.Input((None, 6)), layer])
    x = np.ones((3, 5, 6), "float32")
    assert model.predict(x, verbose=0).shape == x.shape
    cache = layer.empty_cache(batch=3, length=7)
    place = ops.convert_to_tensor(1, dtype="int32")
    assert layer.step(x[:, :1], cache, place)[0].shape == (3, 1, 6)


@pytest.mark.parametrize("heads", [0, 4, 12])
def test_heads_must_divide_the_features(heads):
    with pytest.raises(ValueError, match=f"a width of 6 / {heads}, "):
        TransformerDecoder(heads, 8).build((None, 4, 6))


@pytest.mark.parametrize("hidden, dropout", [
    (0, 0.1), (2.5, 0.1), (8, 1.0), (8, -0.1),
])
def test_hidden_units_and_dropout(hidden, dropout):
    with pytest.raises(ValueError, match=f"{hidden}, dropout={dropout}"):
        TransformerDecoder(2, hidden, dropout)


def test_numbers_of_numpy():
    layer = TransformerDecoder(np.int64(2), np.int64(8))
    assert layer(np.ones((3, 5, 6), "float32")).shape == (3, 5, 6)
    with pytest.raises(ValueError, match="heads=2.5"):
        TransformerDecoder(2.5, 8)


def test_a_cache_needs_a_built_layer():
    with pytest.raises(ValueError, match="before its empty_cache"):
        TransformerDecoder(2, 8).empty_cache(batch=3, length=7)


@pytest.mark.parametrize("steps, place", [
    (1, 7), (1, -1), (1, np.int64(7)), (2, 0),
])
def test_one_step_inside_the_cache(steps, place):
    layer = TransformerDecoder(2, 8)
    layer.build((None, None, 6))
    cache = layer.empty_cache(batch=3, length=7)
    with pytest.raises(ValueError, match=f"{steps} steps, at place={place}"):
        layer.step(np.ones((3, steps, 6), "float32"), cache, place)
