import numpy as np
import pytest
from contract import check_layer
from drop_path import DropPath
from keras import ops


@pytest.mark.parametrize("shape", [(3,), (5, 3), (4, 5, 3)])
def test_contract(shape):
    given = {"rate": 0.4, "seed": 3}
    check_layer(DropPath, given, shape, random=True, reference=lambda x: x)
    check_layer(DropPath, {"rate": 0.4}, shape, random=True)


def test_each_sample_is_dropped_whole_or_enlarged():
    x = np.random.default_rng(0).normal(size=(4000, 2, 3)).astype("float32")
    y = ops.convert_to_numpy(DropPath(0.25, seed=0)(x, training=True))
    kept = np.any(y != 0, axis=(1, 2))
    assert np.allclose(y[kept], x[kept] / 0.75, atol=1e-5)
    assert abs(kept.mean() - 0.75) < 0.03


def test_the_mean_stays():
    x = np.ones((4000, 1), "float32")
    y = ops.convert_to_numpy(DropPath(0.5, seed=0)(x, training=True))
    assert abs(y.mean() - 1) < 0.06


@pytest.mark.parametrize("rate", [-0.1, 1, 50])
def test_rate_is_a_share(rate):
    with pytest.raises(ValueError, match=f"rate is {rate};"):
        DropPath(rate)
