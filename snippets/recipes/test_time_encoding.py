import numpy as np
import pytest
from contract import check_layer
from keras import ops
from time_encoding import PeriodicTime

PERIODS = [24, 168.5]


def formula(times):
    waves = [
        f(2 * np.pi * wave * times / period)
        for period in PERIODS
        for wave in (1, 2, 3)
        for f in (np.sin, np.cos)
    ]
    return np.stack(waves, axis=-1)


@pytest.mark.parametrize("dtype", ["int32", "float32"])
def test_the_formula_and_the_contract(dtype):
    times = np.random.default_rng(0).uniform(-99, 999, (6, 4)).astype(dtype)
    kwargs = {"periods": PERIODS, "waves": 3}
    check_layer(PeriodicTime, kwargs, times, reference=formula)


@pytest.mark.parametrize("periods", [[60], [60.0], np.array([60])])
def test_whole_seconds_stay_exact(periods):
    second = np.array([1_700_000_000, 1_700_000_001], "int32")
    y = ops.convert_to_numpy(PeriodicTime(periods)(second))
    angle = 2 * np.pi * (second % 60) / 60
    assert np.allclose(y[:, 0], np.sin(angle), atol=1e-5)


@pytest.mark.parametrize("periods, waves", [
    ([24, 0], 1), ([], 1), ([float("nan")], 1), (24, 1), ([7], 0), ([7], 1.5),
])
def test_periods_must_be_positive(periods, waves):
    with pytest.raises(ValueError, match=f"waves={waves}"):
        PeriodicTime(periods, waves)


def test_numbers_of_numpy():
    layer = PeriodicTime(PERIODS, np.int64(3))
    assert layer(np.ones((6, 4), "float32")).shape == (6, 4, 12)
