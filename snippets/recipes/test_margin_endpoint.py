import keras
import numpy as np
import pytest
from contract import check_layer
from margin_endpoint import MarginEndpoint

kwargs = {"classes": 4, "margin": 0.3, "scale": 8.0}
labels = np.array([0, 1, 3, 3, 2, 0], "int32")


def unit(x):
    return x / np.sqrt(np.sum(x**2, axis=-1, keepdims=True))


def softmax(x):
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    return x / x.sum(axis=-1, keepdims=True)


def shares(x, centers):
    return softmax(8 * unit(x) @ unit(centers).T)


def loss(x, labels, centers):
    true = np.eye(4)[labels]
    share = softmax(8 * (unit(x) @ unit(centers).T - 0.3 * true))
    return -np.log(np.sum(share * true, axis=-1)).mean()


def test_with_labels():
    check_layer(
        MarginEndpoint, kwargs, (3,), call={"labels": labels},
        reference=shares
    )


def test_without_labels():
    skip = {"weights-learn"}
    check_layer(MarginEndpoint, kwargs, (3,), reference=shares, skip=skip)


def test_for_each_step():
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    steps = np.tile(labels[:, None], (1, 5))
    layer = MarginEndpoint(**kwargs)
    layer(x, labels=steps)
    np.testing.assert_allclose(
        float(layer.losses[0]), loss(x, steps, *layer.get_weights()), rtol=1e-5
    )


def test_it_has_no_loss_without_labels():
    layer = MarginEndpoint(**kwargs)
    layer(np.ones((6, 3)))
    assert layer.losses == []


def test_one_label_for_each_vector_in_a_model():
    layer, x = MarginEndpoint(4), keras.Input((3,))
    layer(x)
    with pytest.raises(ValueError, match=r"\(None, 3\).*\(None, 1\)"):
        layer(x, labels=keras.Input((1,), dtype="int32"))


@pytest.mark.parametrize("wrong", [labels[:, None], labels[:5]])
def test_one_label_for_each_vector_after_a_call_without(wrong):
    layer, x = MarginEndpoint(4), np.ones((6, 3), "float32")
    layer(x)
    with pytest.raises(ValueError, match=r"\(6, 3\).*\((6, 1|5,)\)"):
        layer(x, labels=wrong)


def test_labels_are_integers():
    with pytest.raises(ValueError, match="integers as labels, not .*float"):
        MarginEndpoint(4)(np.ones((6, 3)), labels=labels.astype("float32"))


@pytest.mark.parametrize("classes", [0, 2.5])
def test_classes(classes):
    with pytest.raises(ValueError, match=f"classes must .* not {classes}"):
        MarginEndpoint(classes)
