import numpy as np
import pytest
from contract import check_layer
from squeeze_excite import SqueezeExcite


def formula(x, w1, b1, w2, b2):
    hidden = np.maximum(x.mean(axis=(1, 2)) @ w1 + b1, 0)
    gate = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
    return x * gate[:, None, None, :]


def channels_first(x, *weights):
    y = formula(np.moveaxis(x, 1, -1), *weights)
    return np.moveaxis(y, -1, 1)


@pytest.mark.parametrize("ratio", [1, 2, 6])
def test_channels_last(ratio):
    kwargs = {"ratio": ratio, "data_format": "channels_last"}
    check_layer(SqueezeExcite, kwargs, (4, 5, 6), reference=formula)


def test_channels_first():
    kwargs = {"ratio": 2, "data_format": "channels_first"}
    check_layer(SqueezeExcite, kwargs, (6, 4, 5), reference=channels_first)


@pytest.mark.parametrize("ratio", [0, 4, 12])
def test_ratio_must_divide_the_channels(ratio):
    with pytest.raises(ValueError, match=f"6 channels by a ratio of {ratio}"):
        SqueezeExcite(ratio).build((None, 4, 5, 6))


def test_unknown_data_format():
    with pytest.raises(ValueError, match="no data_format 'NCHW'"):
        SqueezeExcite(data_format="NCHW")
