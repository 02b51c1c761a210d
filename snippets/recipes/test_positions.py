import numpy as np
import pytest
from contract import check_layer
from keras import ops
from positions import TokenAndPosition


def encoding(length, width, base):
    table = np.zeros((length, width))
    for place in range(length):
        for i in range(0, width, 2):
            angle = place / base ** (i / width)
            table[place, i : i + 2] = np.sin(angle), np.cos(angle)
    return table


def formula(tokens, embedding):
    width = embedding.shape[1]
    x = embedding[tokens] * width**0.5
    return x + encoding(tokens.shape[1], width, 100)


def test_the_formula_and_the_contract():
    kwargs = {"vocabulary": 9, "width": 6, "base": 100}
    tokens = np.random.default_rng(0).integers(0, 9, (6, 5)).astype("int32")
    check_layer(TokenAndPosition, kwargs, tokens, reference=formula)


def test_far_positions():
    table = TokenAndPosition(9, 8).encode(np.arange(2000))
    table = ops.convert_to_numpy(table)
    assert np.allclose(table, encoding(2000, 8, 10000), atol=1e-3)


def test_a_later_start():
    layer = TokenAndPosition(9, 6)
    tokens = np.array([[3, 1, 4, 1, 5]])
    whole = ops.convert_to_numpy(layer(tokens))
    for place in range(5):
        y = layer(tokens[:, place : place + 1], start=place)
        y = ops.convert_to_numpy(y)
        assert np.allclose(y[:, 0], whole[:, place], atol=1e-5)


@pytest.mark.parametrize("start", [np.int64(3), np.array(3)])
def test_a_start_of_another_dtype(start):
    layer, tokens = TokenAndPosition(9, 6), np.array([[3, 1, 4]])
    y = ops.convert_to_numpy(layer(tokens, start=start))
    right = ops.convert_to_numpy(layer(tokens, start=3))
    assert np.array_equal(y, right)


def test_large_tokens_in_half_precision():
    layer = TokenAndPosition(4000, 6, dtype="mixed_float16")
    tokens = np.array([[2049, 3001]])
    right = ops.convert_to_numpy(layer(tokens))
    floats = ops.convert_to_numpy(layer(tokens.astype("float32")))
    assert np.array_equal(right, floats)


def test_padding_is_masked():
    mask = TokenAndPosition(9, 6).compute_mask(np.array([[3, 1, 0]]))
    assert ops.convert_to_numpy(mask).tolist() == [[True, True, False]]


@pytest.mark.parametrize("width", [0, 1, 7])
def test_width_must_be_even(width):
    with pytest.raises(ValueError, match=f"must be even; it is {width}"):
        TokenAndPosition(9, width)


def test_base_must_be_positive():
    with pytest.raises(ValueError, match="greater than 0; it is -1"):
        TokenAndPosition(9, 6, base=-1)
