import keras
import numpy as np
import pytest
from contract import check_layer
from tied_dense import TiedDense

layers, models = keras.layers, keras.models


def dense():
    layer = layers.Dense(4, use_bias=False)
    layer.build((None, 6))
    return layer


def embedding():
    layer = layers.Embedding(6, 4)
    layer.build()
    return layer


def formula(x, *weights):
    kernel, bias = sorted(weights, key=np.ndim, reverse=True)
    return np.tanh(x @ kernel.T + bias)


@pytest.mark.parametrize("other", [dense, embedding])
@pytest.mark.parametrize("shape", [(4,), (5, 4)])
def test_contract(other, shape):
    kwargs = {"tied_to": other(), "activation": "tanh"}
    masked = len(shape) > 1
    check_layer(TiedDense, kwargs, shape, reference=formula, masked=masked)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_saved_model_is_still_tied(tmp_path):
    inputs, encode = keras.Input((6,)), layers.Dense(4)
    model = keras.Model(inputs, TiedDense(encode)(encode(inputs)))
    model.save(tmp_path / "model.keras")
    loaded = models.load_model(tmp_path / "model.keras")
    assert loaded.layers[-1].tied_to is loaded.layers[1]
    assert len(loaded.weights) == 3


def test_it_comes_after_the_layer_it_is_tied_to():
    with pytest.raises(ValueError, match=r"before late.*\(None, 4\)"):
        TiedDense(layers.Dense(4, name="late")).build((None, 4))


def test_it_takes_what_the_other_gives():
    with pytest.raises(ValueError, match=r"\(6, 4\).*4 features.*\(None, 5\)"):
        TiedDense(dense()).build((None, 5))


def test_not_every_layer_has_a_table():
    with pytest.raises(TypeError, match="Flatten"):
        TiedDense(layers.Flatten())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_quantized_weight():
    base = dense()
    base.quantize("int8")
    with pytest.raises(ValueError, match="quantized to int8"):
        TiedDense(base)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_weight_that_is_quantized_later():
    base = dense()
    layer = TiedDense(base)
    x = np.ones((5, 4), "float32")
    layer(x)
    base.quantize("int8")
    with pytest.raises(ValueError, match="quantized to int8"):
        layer(x)
