import math

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


@pytest.mark.parametrize("heads", [0, 4, 12])
def test_heads_must_divide_the_features(heads):
    with pytest.raises(ValueError, match=f"6 features among {heads} heads"):
        TransformerDecoder(heads, 8).build((None, 4, 6))
