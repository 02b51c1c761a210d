import numpy as np
import pytest
from contract import check_layer
from keras import ops
from rotary import RotaryPosition


def formula(x, base=100):
    half = x.shape[-1] // 2
    pairs = x[..., :half] + 1j * x[..., half:]
    for place in range(x.shape[1]):
        for i in range(half):
            angle = place * base ** (-i / half)
            pairs[:, place, ..., i] *= np.exp(1j * angle)
    return np.concatenate([pairs.real, pairs.imag], axis=-1)


@pytest.mark.parametrize("inputs", [(5, 6), (5, 2, 6)])
def test_the_formula_and_the_contract(inputs):
    check_layer(RotaryPosition, {"base": 100}, inputs, reference=formula)


def test_only_the_distance_counts():
    x = np.random.default_rng(0).normal(size=(1, 2, 8)).astype("float32")
    layer = RotaryPosition()
    dots = []
    for start in (0, 7, 300):
        a, b = ops.convert_to_numpy(layer(x, start=start))[0]
        dots.append(a @ b)
    assert np.allclose(dots, dots[0], atol=1e-4)


@pytest.mark.parametrize("shape", [(None, 4, 7), (None, 8)])
def test_features_must_be_pairs(shape):
    with pytest.raises(ValueError, match=f"{shape[-1]}\\)"):
        RotaryPosition().build(shape)


def test_other_features_are_refused():
    layer = RotaryPosition()
    layer.build((None, 4, 6))
    with pytest.raises(ValueError, match="expected axis"):
        layer(np.ones((1, 5, 2), "float32"))


def test_whole_numbers_turn_too():
    x = np.random.default_rng(0).integers(-9, 9, (2, 5, 6))
    y = ops.convert_to_numpy(RotaryPosition(base=100)(x.astype("int32")))
    assert np.allclose(y, formula(x.astype("float32")), atol=1e-4)


def test_one_start_for_all_samples():
    with pytest.raises(ValueError, match="start is one whole number"):
        RotaryPosition()(np.ones((2, 5, 6)), start=np.array([0, 3]))


@pytest.mark.parametrize("base", [0, -1])
def test_base_must_be_positive(base):
    with pytest.raises(ValueError, match=f"greater than 0; it is {base}"):
        RotaryPosition(base)
