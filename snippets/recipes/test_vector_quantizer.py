import keras
import numpy as np
import pytest
from contract import check_layer
from keras import ops
from vector_quantizer import VectorQuantizer


def nearest(x, codebook):
    far = np.square(x[..., None, :] - codebook).sum(axis=-1)
    return codebook[far.argmin(axis=-1)]


@pytest.mark.parametrize("shape", [(3,), (5, 3), (2, 4, 3)])
def test_contract(shape):
    kwargs = {"codes": 7, "commitment": 0.5}
    check_layer(VectorQuantizer, kwargs, shape, reference=nearest)


def test_loss():
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    layer = VectorQuantizer(7, commitment=0.5)
    layer(x)
    far = np.square(x - nearest(x, *layer.get_weights())).mean()
    np.testing.assert_allclose(float(layer.losses[0]), 1.5 * far, rtol=1e-5)


def test_far_from_zero():
    draw = np.random.default_rng(0).normal
    x, codebook = (
        1000 + draw(size=(size, 8)).astype("float32") for size in (100, 16))
    layer = VectorQuantizer(16)
    layer.build(x.shape)
    layer.set_weights([codebook])
    y = ops.convert_to_numpy(layer(x))
    np.testing.assert_allclose(y, nearest(x, codebook), rtol=1e-6)


@pytest.mark.parametrize("dtype", ["float16", "float64", "mixed_float16"])
def test_other_dtypes_learn(dtype):
    model = keras.Sequential(
        [keras.Input((3,)), VectorQuantizer(7, dtype=dtype)])
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


def test_other_features_are_refused():
    layer = VectorQuantizer(7)
    layer.build((None, 3))
    with pytest.raises(ValueError, match="expected axis -1"):
        layer(np.ones((2, 1), "float32"))


@pytest.mark.parametrize("codes", [1, 2.5])
def test_one_code_is_no_choice(codes):
    with pytest.raises(ValueError, match=f"2 codes or more .*, not {codes}"):
        VectorQuantizer(codes)


def test_needs_to_know_the_length():
    with pytest.raises(ValueError, match=r"\(None, None\)"):
        VectorQuantizer(7).build((None, None))
