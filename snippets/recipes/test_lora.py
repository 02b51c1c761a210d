import keras
import numpy as np
import pytest
from contract import check_layer
from lora import LoRA


def formula(x, down, up, kernel, bias=0):
    return np.tanh(x @ (kernel + down @ up * 3 / 2) + bias)


@pytest.mark.parametrize("use_bias", [True, False])
@pytest.mark.parametrize("shape", [(3,), (5, 3)])
def test_contract(use_bias, shape):
    dense = keras.layers.Dense(4, activation="tanh", use_bias=use_bias)
    kwargs = {"dense": dense, "rank": 2, "alpha": 3}
    check_layer(LoRA, kwargs, shape, reference=formula)


def trained():
    x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
    dense = keras.layers.Dense(4, activation="tanh")
    before = dense(x)
    layer = LoRA(dense, rank=2, alpha=3)
    same = np.allclose(
        *map(keras.ops.convert_to_numpy, (layer(x), before)), atol=1e-6
    )
    model = keras.Sequential([keras.Input((3,)), layer])
    model.trainable = False
    model.trainable = True
    kernel = dense.get_weights()[0]
    model.compile("adam", "mse")
    model.fit(x, np.ones((6, 4)), epochs=3, verbose=0)
    after = dense.get_weights()[0]
    return x, layer, same, np.array_equal(after, kernel)


def test_it_begins_as_the_base_and_leaves_it_frozen():
    x, layer, same, kept = trained()
    assert same and kept
    assert [each.name for each in layer.trainable_weights] == ["down", "up"]


def test_merged_answers_alike():
    x, layer, *_ = trained()
    y, merged = (
        keras.ops.convert_to_numpy(each(x)) for each in (layer, layer.merged())
    )
    np.testing.assert_allclose(y, merged, atol=1e-5)
    assert np.any(layer.get_weights()[1])


@pytest.mark.parametrize("rank", [0, 4])
def test_rank(rank):
    with pytest.raises(ValueError, match=rf"\(3, 4\) by a rank of {rank}"):
        LoRA(keras.layers.Dense(4), rank=rank).build((None, 3))


def test_only_dense():
    with pytest.raises(TypeError, match="Flatten"):
        LoRA(keras.layers.Flatten())
