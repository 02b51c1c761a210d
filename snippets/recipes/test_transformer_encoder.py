import math

import numpy as np
import pytest
from contract import check_layer
from keras import ops
from transformer_encoder import TransformerEncoder


def normal(x, gamma, beta):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-6) * gamma + beta


def softmax(x):
    x = np.exp(x - x.max(-1, keepdims=True))
    return x / x.sum(-1, keepdims=True)


def attend(x, wq, bq, wk, bk, wv, bv, wo, bo):
    def heads(w, b):
        return np.einsum("bsf,fhd->bhsd", x, w) + b[:, None]

    query, key, value = heads(wq, bq), heads(wk, bk), heads(wv, bv)
    weights = softmax(query @ np.swapaxes(key, 2, 3) / wq.shape[2] ** 0.5)
    return np.einsum("bhsd,hdf->bsf", weights @ value, wo) + bo


def formula(x, *w):
    x = x + attend(normal(x, *w[:2]), *w[2:10])
    hidden = normal(x, *w[10:12]) @ w[12] + w[13]
    erf = np.vectorize(math.erf)(hidden / 2**0.5)
    return x + hidden * (1 + erf) / 2 @ w[14] + w[15]


@pytest.mark.parametrize("heads", [1, 2])
def test_the_formula_and_the_contract(heads):
    kwargs = {"heads": heads, "hidden": 5, "dropout": 0.2}
    check_layer(TransformerEncoder, kwargs, (4, 6), reference=formula)


def test_padding_is_as_if_it_were_not_there():
    x = np.random.default_rng(0).normal(size=(2, 5, 6)).astype("float32")
    mask = np.arange(5) < np.array([[3], [3]])
    layer = TransformerEncoder(2, 8)
    padded = ops.convert_to_numpy(layer(x, mask=mask))[:, :3]
    short = ops.convert_to_numpy(layer(x[:, :3]))
    assert np.allclose(padded, short, atol=1e-5)


@pytest.mark.parametrize("heads", [0, 4, 12])
def test_heads_must_divide_the_features(heads):
    with pytest.raises(ValueError, match=f"a width of 6 / {heads}, "):
        TransformerEncoder(heads, 8).build((None, 4, 6))


@pytest.mark.parametrize("hidden, dropout", [
    (0, 0.1), (2.5, 0.1), (8, 1.0), (8, -0.1),
])
def test_hidden_units_and_dropout(hidden, dropout):
    with pytest.raises(ValueError, match=f"{hidden}, dropout={dropout}"):
        TransformerEncoder(2, hidden, dropout)


def test_numbers_of_numpy():
    layer = TransformerEncoder(np.int64(2), np.int64(8))
    assert layer(np.ones((3, 5, 6), "float32")).shape == (3, 5, 6)
    with pytest.raises(ValueError, match="heads=2.5"):
        TransformerEncoder(2.5, 8)
