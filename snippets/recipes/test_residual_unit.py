import functools

import numpy as np
import pytest
from contract import check_layer
from residual_unit import ResidualUnit


def conv(x, kernel, stride):
    size = len(kernel)
    rows, columns = (-(-n // stride) for n in x.shape[1:3])
    ends = [max((-(-n // stride) - 1) * stride + size - n, 0)
            for n in x.shape[1:3]]
    sides = [(end // 2, end - end // 2) for end in ends]
    x = np.pad(x, [(0, 0), *sides, (0, 0)])
    return sum(
        x[:, u:, v:][:, ::stride, ::stride][:, :rows, :columns] @ kernel[u, v]
        for u in range(size) for v in range(size))


def norm(x, gamma, beta, mean, variance):
    return (x - mean) / np.sqrt(variance + 1e-3) * gamma + beta


def unit(x, *weights, strides=1):
    kernel, *scale = weights[:5]
    y = np.maximum(norm(conv(x, kernel, strides), *scale), 0)
    kernel, *scale = weights[5:10]
    y = norm(conv(y, kernel, 1), *scale)
    if weights[10:]:
        kernel, *scale = weights[10:]
        x = norm(conv(x, kernel, strides), *scale)
    return np.maximum(x + y, 0)


@pytest.mark.parametrize("strides", [1, 2])
def test_projected(strides):
    given = {"filters": 4, "strides": strides}
    reference = functools.partial(unit, strides=strides)
    check_layer(ResidualUnit, given, (5, 6, 3), reference=reference)


def test_plain():
    check_layer(ResidualUnit, {"filters": 3}, (5, 6, 3), reference=unit)


def test_another_activation():
    given = {"filters": 4, "activation": "gelu"}
    check_layer(ResidualUnit, given, (5, 6, 3))


def test_training_takes_the_statistics_of_the_batch():
    x = np.random.default_rng(0).normal(5, 3, (8, 5, 6, 3)).astype("float32")
    layer = ResidualUnit(3)
    layer.build(x.shape)
    before = [v.numpy() for v in layer.non_trainable_weights]
    layer(x)
    still = [v.numpy() for v in layer.non_trainable_weights]
    layer(x, training=True)
    after = [v.numpy() for v in layer.non_trainable_weights]
    assert all(map(np.array_equal, before, still))
    assert not any(map(np.allclose, before, after))


@pytest.mark.parametrize("shape", [(None, 64), (None, 5, 6, None)])
def test_input_that_is_no_image(shape):
    with pytest.raises(ValueError, match="shape .None, .*images have 4 axes"):
        ResidualUnit(4).build(shape)


@pytest.mark.parametrize("strides", [0, (2, 2)])
def test_strides_are_one_number(strides):
    with pytest.raises(ValueError, match="strides is one whole number"):
        ResidualUnit(4, strides)
