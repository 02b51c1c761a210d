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


def test_rank_fits_the_kernel():
    with pytest.raises(ValueError, match=r"\(3, 4\) by a rank of 4"):
        LoRA(keras.layers.Dense(4), rank=4).build((None, 3))


@pytest.mark.parametrize("rank", [0, 2.5])
def test_rank_is_an_integer_from_one_on(rank):
    with pytest.raises(ValueError, match=f"rank must .* not {rank}"):
        LoRA(keras.layers.Dense(4), rank=rank)


@pytest.mark.parametrize("policy", ["float16", "bfloat16", "float64"])
def test_a_base_of_another_policy(policy):
    base = keras.layers.Dense(4, dtype=policy)
    assert LoRA(base, rank=2)(np.ones((6, 3))).shape == (6, 4)


def test_it_takes_what_the_base_takes():
    base = keras.layers.Dense(4)
    base.build((None, 3))
    with pytest.raises(ValueError, match=r"3 features; .*\(None, 5\)"):
        LoRA(base, rank=2).build((None, 5))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_only_a_plain_kernel():
    bases = [keras.layers.Dense(4) for _ in range(2)]
    for base in bases:
        base.build((None, 3))
    bases[0].quantize("int8")
    bases[1].enable_lora(1)
    for base, said in zip(bases, ("mode=int8", "lora_enabled=True")):
        with pytest.raises(ValueError, match=said):
            LoRA(base)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_base_that_is_quantized_later():
    base = keras.layers.Dense(4)
    layer = LoRA(base, rank=2)
    x = np.ones((6, 3), "float32")
    layer(x)
    base.quantize("int8")
    for use in (lambda: layer(x), layer.merged):
        with pytest.raises(ValueError, match="mode=int8"):
            use()


def test_only_the_call_of_dense():
    class Doubled(keras.layers.Dense):
        def call(self, x):
            return 2 * super().call(x)

    with pytest.raises(TypeError, match="not that of .*Doubled"):
        LoRA(Doubled(4))


def test_only_dense():
    with pytest.raises(TypeError, match="Flatten"):
        LoRA(keras.layers.Flatten())
