import functools

import numpy as np
import pytest
from contract import check_layer
from conv2d_from_ops import Conv2DFromOps


def formula(x, kernel, bias=0, stride=1, rate=1, groups=1, same=False):
    high, wide, depth, filters = kernel.shape
    if same:
        spans = [rate * (size - 1) + 1 for size in (high, wide)]
        ends = [max(span - (size - 1) % stride - 1, 0)
                for span, size in zip(spans, x.shape[1:3])]
        sides = [(end // 2, end - end // 2) for end in ends]
        x = np.pad(x, [(0, 0), *sides, (0, 0)])
    rows = (x.shape[1] - rate * (high - 1) - 1) // stride + 1
    columns = (x.shape[2] - rate * (wide - 1) - 1) // stride + 1
    y = np.zeros((len(x), rows, columns, filters)) + bias
    for u, v, f in np.ndindex(high, wide, filters):
        part = x[:, u * rate:, v * rate:][:, ::stride, ::stride]
        part = part[:, :rows, :columns]
        start = f // (filters // groups) * depth
        y[..., f] += part[..., start:start + depth] @ kernel[u, v, :, f]
    return y


def channels_first(x, *weights):
    return np.moveaxis(formula(np.moveaxis(x, 1, -1), *weights), -1, 1)


@pytest.mark.parametrize("given, told", [
    ({}, {}),
    ({"strides": 2, "padding": "same"}, {"stride": 2, "same": True}),
    ({"dilation_rate": 2, "padding": "same"}, {"rate": 2, "same": True}),
    ({"groups": 2, "use_bias": False}, {"groups": 2}),
])
def test_channels_last(given, told):
    given = {"filters": 6, "kernel_size": (3, 2), **given}
    reference = functools.partial(formula, **told)
    check_layer(Conv2DFromOps, given, (8, 7, 4), reference=reference)


def test_channels_first():
    given = {"filters": 6, "kernel_size": 3, "data_format": "channels_first"}
    check_layer(Conv2DFromOps, given, (4, 8, 7), reference=channels_first)


def test_activation_is_kept():
    def tanh(x, *weights):
        return np.tanh(formula(x, *weights))
    given = {"filters": 2, "kernel_size": 3, "activation": "tanh"}
    check_layer(Conv2DFromOps, given, (8, 7, 4), reference=tanh)
    assert Conv2DFromOps(**given).get_config()["activation"] == "tanh"


@pytest.mark.parametrize("given, message", [
    ({"groups": 4}, "6 filters do not fall into 4 equal groups"),
    ({"strides": 2, "dilation_rate": (1, 3)}, r"\(2, 2\) and .* \(1, 3\)"),
    ({"padding": "causal"}, "no padding 'causal'"),
    ({"data_format": "NCHW"}, "no data_format 'NCHW'"),
    ({"groups": 0}, "groups takes whole numbers .* it got 0"),
    ({"strides": 1.5}, "strides takes whole numbers .* it got 1.5"),
    ({"dilation_rate": (1, 2, 3)}, "dilation_rate takes one number or two"),
])
def test_refused_when_made(given, message):
    with pytest.raises(ValueError, match=message):
        Conv2DFromOps(6, 3, **given)


def test_refused_when_built():
    with pytest.raises(ValueError, match="4 channels .* into 3 equal groups"):
        Conv2DFromOps(6, 3, groups=3).build((None, 8, 7, 4))
    with pytest.raises(ValueError, match="channels must be known"):
        Conv2DFromOps(6, 3).build((None, 8, 7, None))


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_other_channels_are_refused(data_format):
    layer = Conv2DFromOps(6, 3, data_format=data_format)
    layer.build((None, 4, 7, 4))
    with pytest.raises(ValueError, match="expected axis"):
        layer(np.ones((2, 8, 7, 8), "float32"))
