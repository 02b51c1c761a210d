import keras
import numpy as np
import pytest
from contract import check_layer
from sampling import Sampling


@pytest.fixture
def double():
    keras.config.set_floatx("float64")
    yield
    keras.config.set_floatx("float32")


def divergence(mean, log_variance):
    each = (mean**2 + np.exp(log_variance) - 1 - log_variance) / 2
    return each.reshape(len(mean), -1).sum(axis=1).mean()


@pytest.mark.parametrize("shape", [(3,), (4, 3), (2, 4, 3)])
def test_contract(shape):
    def mean_of(mean, log_variance):
        return mean

    kwargs = {"weight": 0.5, "seed": 4}
    check_layer(
        Sampling, kwargs, (shape, shape), random=True, reference=mean_of,
        masked=len(shape) == 2
    )


@pytest.mark.parametrize("training", [True, False])
def test_loss_is_the_divergence(training):
    mean, log_variance = np.random.default_rng(0).normal(size=(2, 6, 4, 3))
    layer = Sampling(weight=0.5)
    layer(mean, log_variance, training=training)
    loss = 0.5 * divergence(mean, log_variance)
    np.testing.assert_allclose(float(layer.losses[0]), loss, rtol=1e-5)


def test_draws_have_the_mean_and_the_variance():
    mean, log_variance = np.full((2, 20000, 1), [[[3.0]], [[-2.0]]], "float32")
    layer = Sampling(seed=0)
    z = keras.ops.convert_to_numpy(layer(mean, log_variance, training=True))
    assert abs(z.mean() - 3) < 0.02
    assert abs(z.var() - np.exp(-2)) < 0.02


def test_each_mean_needs_its_variance():
    with pytest.raises(ValueError, match=r"\(None, 3\).*\(None, 1\)"):
        Sampling().build((None, 3), (None, 1))


@pytest.mark.parametrize("shape", [(4, 1), (8,)])
def test_each_call_asks_for_the_shapes_again(shape):
    layer = Sampling()
    layer(np.zeros((4, 8)), np.zeros((4, 8)))
    with pytest.raises(ValueError, match=r"\(4, 8\), the logarithms"):
        layer(np.ones((4, 8)), np.zeros(shape), training=True)
    with pytest.raises(ValueError, match="needs a variance for each mean"):
        layer(keras.Input((8,)), keras.Input((1,)))


def test_an_unknown_size_fits_a_known_one():
    z = Sampling()(keras.Input((None, 8)), keras.Input((5, 8)))
    assert z.shape == (None, None, 8)


def test_it_learns_under_another_floatx(double):
    inputs = keras.Input((3,))
    mean, log_variance = (keras.layers.Dense(3)(inputs) for _ in range(2))
    model = keras.Model(inputs, Sampling()(mean, log_variance))
    model.compile("adam", "mse")
    x = np.random.default_rng(0).normal(size=(6, 3))
    assert np.isfinite(model.fit(x, x, verbose=0).history["loss"]).all()


def test_it_takes_two_tensors_and_not_a_list():
    with pytest.raises(TypeError, match="argument: 'log_variance'"):
        Sampling()(list(np.zeros((2, 6, 3), "float32")))
