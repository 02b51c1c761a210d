import keras
import numpy as np
import pytest
from contract import check_layer
from mixture_of_experts import MixtureOfExperts


def softmax(x):
    x = np.exp(x - x.max())
    return x / x.sum()


def loop(top):
    def formula(x, router, kernel, bias, out_kernel, out_bias):
        y = np.zeros_like(x)
        for at in np.ndindex(x.shape[:-1]):
            share = softmax(x[at] @ router)
            for e in np.argsort(-share)[:top]:
                hidden = np.maximum(x[at] @ kernel[e] + bias[e], 0)
                y[at] += share[e] * (hidden @ out_kernel[e] + out_bias[e])
        return y

    return formula


@pytest.mark.parametrize("top", [1, 2, 4])
def test_contract(top):
    kwargs = {"experts": 4, "top": top, "hidden": 5, "balance": 0.1}
    check_layer(MixtureOfExperts, kwargs, (3,), reference=loop(top))
    check_layer(
        MixtureOfExperts, kwargs, (5, 3), reference=loop(top), masked=True
    )


def test_balanced_experts_cost_one_balance():
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    layer = MixtureOfExperts(4, top=2, balance=0.5)
    layer.build(x.shape)
    layer.router.assign(np.zeros((3, 4)))
    layer(x)
    np.testing.assert_allclose(float(layer.losses[0]), 0.5, rtol=1e-5)


def test_masked_steps_do_not_count():
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    layer = MixtureOfExperts(4, balance=0.5)
    layer(x[:, :2])
    short = float(layer.losses[0])
    layer(x, mask=np.tile(np.arange(5) < 2, (6, 1)))
    np.testing.assert_allclose(float(layer.losses[0]), short, rtol=1e-5)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float64"])
def test_other_dtypes_learn(dtype):
    layer = MixtureOfExperts(4, dtype=dtype)
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile("adam", "mse")
    x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
    loss = model.fit(x, x, verbose=0).history["loss"]
    assert np.isfinite(loss).all()


@pytest.fixture
def double():
    keras.config.set_floatx("float64")
    yield
    keras.config.set_floatx("float32")


def test_it_learns_under_another_floatx(double):
    test_other_dtypes_learn("float64")


def test_it_cannot_pick_more_than_there_are():
    with pytest.raises(ValueError, match="top 5 of 4 experts"):
        MixtureOfExperts(4, top=5)


@pytest.mark.parametrize("size", [0, 2.5])
@pytest.mark.parametrize("name", ["experts", "top", "hidden"])
def test_sizes(name, size):
    with pytest.raises(ValueError, match=f"{name} must .* not {size}"):
        MixtureOfExperts(**{"experts": 4, name: size})
