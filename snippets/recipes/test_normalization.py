import numpy as np
import pytest
from contract import check_layer
from keras import ops
from normalization import GroupNorm, RMSNorm


def rms(x, scale):
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-6) * scale


def grouped(x, gamma, beta):
    parts = []
    for part in np.split(x, 3, axis=-1):
        part = part.reshape(len(x), -1)
        mean, variance = part.mean(-1)[:, None], part.var(-1)[:, None]
        part = (part - mean) / np.sqrt(variance + 1e-3)
        parts.append(part.reshape(*x.shape[:-1], -1))
    return np.concatenate(parts, axis=-1) * gamma + beta


def channels_first(x, *weights):
    return np.moveaxis(grouped(np.moveaxis(x, 1, -1), *weights), -1, 1)


@pytest.mark.parametrize("shape", [(6,), (5, 6), (4, 5, 6)])
def test_rms(shape):
    check_layer(RMSNorm, {}, shape, reference=rms)
    check_layer(RMSNorm, {"epsilon": 1e-2}, shape)


@pytest.mark.parametrize("shape", [(6,), (5, 6), (4, 5, 6)])
def test_groups(shape):
    given = {"groups": 3, "data_format": "channels_last"}
    check_layer(GroupNorm, given, shape, reference=grouped)
    check_layer(GroupNorm, {**given, "epsilon": 1e-2}, shape)


def test_groups_channels_first():
    given = {"groups": 3, "data_format": "channels_first"}
    check_layer(GroupNorm, given, (6, 4, 5), reference=channels_first)


def test_masked_steps_do_not_count():
    x = np.random.default_rng(0).normal(size=(2, 5, 6)).astype("float32")
    mask = np.arange(5) < [[5], [3]]
    layer = GroupNorm(groups=3, data_format="channels_last")
    y = ops.convert_to_numpy(layer(x, mask=ops.convert_to_tensor(mask)))
    alone = ops.convert_to_numpy(layer(x[1:, :3]))
    assert np.allclose(y[1, :3], alone[0], atol=1e-5)


@pytest.mark.parametrize("layer", [RMSNorm(), GroupNorm(1)])
def test_half_precision_survives_large_and_small_values(layer):
    x = np.array([[3e4, -3e4], [1e-3, -1e-3], [0, 0]], "float16")
    layer = type(layer).from_config(
        {**layer.get_config(), "dtype": "mixed_float16", "epsilon": 1e-8})
    y = ops.convert_to_numpy(layer(x))
    assert np.allclose(y, [[1, -1], [1, -1], [0, 0]], atol=1e-2)


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
@pytest.mark.parametrize("make", [RMSNorm, GroupNorm])
def test_one_dtype_for_all(make, dtype):
    x = np.random.default_rng(0).normal(size=(2, 5, 8)).astype("float32")
    right = ops.convert_to_numpy(make()(x))
    y = ops.convert_to_numpy(ops.cast(make(dtype=dtype)(x), "float32"))
    assert np.allclose(y, right, atol=3e-2)


@pytest.mark.parametrize("make", [RMSNorm, lambda: GroupNorm(3)])
def test_whole_numbers(make):
    x = np.random.default_rng(0).integers(-9, 9, (2, 5, 6)).astype("int32")
    right = ops.convert_to_numpy(make()(x.astype("float32")))
    assert np.allclose(ops.convert_to_numpy(make()(x)), right, atol=1e-5)


@pytest.mark.parametrize("make", [RMSNorm, lambda: GroupNorm(3)])
def test_other_channels_are_refused(make):
    layer = make()
    layer.build((None, 5, 6))
    with pytest.raises(ValueError, match="expected axis"):
        layer(np.ones((2, 6, 1), "float32"))


@pytest.mark.parametrize("shape", [(2, None), (2, 0)])
def test_vectors_have_a_known_length(shape):
    with pytest.raises(ValueError, match="does not tell how many"):
        RMSNorm().build(shape)


@pytest.mark.parametrize("make", [RMSNorm, GroupNorm])
def test_epsilon_must_be_positive(make):
    with pytest.raises(ValueError, match="greater than 0; it is 0"):
        make(epsilon=0)


@pytest.mark.parametrize("groups", [0, 2.0])
def test_groups_are_a_whole_number(groups):
    with pytest.raises(ValueError, match=f"at least 1; it is {groups}"):
        GroupNorm(groups)


@pytest.mark.parametrize("groups", [4, 12])
def test_groups_must_divide_the_channels(groups):
    with pytest.raises(ValueError, match=f"6 channels .* into {groups} equal"):
        GroupNorm(groups).build((None, 4, 5, 6))


def test_unknown_data_format():
    with pytest.raises(ValueError, match="no data_format 'NCHW'"):
        GroupNorm(data_format="NCHW")
