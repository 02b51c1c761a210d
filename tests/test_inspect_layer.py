"""The look inside finds where each sick layer hurts, finds nothing wrong with healthy ones, and leaves no trace; on any backend that trains.

Without the book's tools: KERAS_BACKEND=jax python -m pytest --noconftest tests/test_inspect_layer.py"""
import pathlib
import sys

import keras
import numpy as np
import pytest
from keras import layers, ops

from tests.layers_of_keras import LAYERS
from tests.right_layers import FLAT, RIGHT, STEPS

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "snippets/inspect"))
from inspect_layer import inspect_layer

pytestmark = pytest.mark.kept("snippets/inspect/inspect_layer.py")
BACKEND = keras.backend.backend()
POSITIVE = np.abs(FLAT)
ONES = np.ones((6, 3), "float32")
MANY = np.random.default_rng(1).normal(size=(32, 3)).astype("float32")


@pytest.fixture(autouse=True)
def seeded():
    keras.utils.set_random_seed(0)


class Log(layers.Layer):
    def call(self, x):
        return ops.log(x)


class Root(layers.Layer):
    def call(self, x):
        return ops.sqrt(ops.maximum(x, 0))


class Share(layers.Layer):
    def call(self, x):
        kept = ops.cast(x > 5, x.dtype)
        return ops.sum(x * kept, -1, keepdims=True) / ops.sum(kept, -1, keepdims=True)


class Masked(layers.Layer):
    def call(self, x):
        return ops.softmax(ops.where(x > 9, x, -np.inf), axis=-1)


class Round(layers.Layer):
    def call(self, x):
        return ops.round(x)


class Cut(layers.Layer):
    def call(self, x):
        return ops.stop_gradient(x)


class Best(layers.Layer):
    def call(self, x):
        return ops.cast(ops.argmax(x, -1), "float32")[:, None]


class Between(layers.Layer):
    """Its own line, between two inner layers, makes the NaN."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first, self.last = layers.Dense(3, name="first"), layers.Dense(2, name="last")

    def call(self, x):
        return self.last(ops.sqrt(-ops.abs(self.first(x)) - 1))


class Forgets(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.steps = [layers.Dense(3, name=f"step_{i}") for i in range(3)]
        self.heads = {"a": layers.Dense(1, name="head_a")}

    def call(self, x):
        for step in self.steps[:2]:
            x = step(x)
        return self.heads["a"](x)


class Around(layers.Layer):
    """Runs the inner call without the layer around it."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5, name="drop")

    def call(self, x):
        return self.drop.call(x)


class Unused(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, 2), name="kernel")
        self.bias = self.add_weight(shape=(2,), name="bias")

    def call(self, x):
        return ops.matmul(x, self.kernel)


class MadeInCall(layers.Layer):
    def call(self, x):
        return layers.Dense(2, name="made")(x)


LOOSE = []


class Untracked(layers.Layer):
    def call(self, x):
        if not LOOSE:
            LOOSE.append(keras.Variable(ONES[0], name="loose"))
        return x * LOOSE[0]


class Broadcasts(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1, name="score")

    def call(self, x):
        return self.score(x) - x[:, 0]


class WrongAxis(layers.Layer):
    def call(self, x):
        return ops.softmax(x, axis=0)


class Deaf(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5, name="drop")

    def call(self, x, training=None):
        return self.drop(x, training=False)


class OffTheTape(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, 2), name="kernel")

    def call(self, x):
        return ops.convert_to_tensor(np.tanh(ops.convert_to_numpy(ops.matmul(x, self.kernel))))


class Raw(layers.Layer):
    """Holds a variable of the backend."""

    def build(self, input_shape):
        self.scale = __import__("tensorflow").Variable(ONES[0])

    def call(self, x):
        return x * self.scale


class Pair(layers.Layer):
    """Takes a dict, and tells two stories."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mix = layers.Dense(3, name="mix")

    def call(self, x):
        return {"sum": self.mix(x["a"]) + x["b"], "largest": ops.argmax(x["b"], -1)}


class Own(layers.Layer):
    """A layer around what its constructor is given, with a call of its own."""

    def __init__(self, call, **parts):
        super().__init__(name="hurt")
        self.inner = call
        for name, part in parts.items():
            setattr(self, name, part)

    def call(self, x, training=None):
        return self.inner(self, x, training)


def keeps(layer, x, training):
    layer.seen = ops.mean(x, axis=0)
    return x - layer.seen * 0


def with_loss(layer, x, training):
    y = layer.dense(x)
    layer.add_loss(ops.mean(y**2))
    return ops.stop_gradient(y)


def chain(*steps):
    return keras.Sequential(steps, name="chain")


def dense(units=3, **how):
    return layers.Dense(units, **how)


def with_nan():
    layer = chain(dense(name="spoilt"), dense(2))
    layer(FLAT)
    layer.layers[0].kernel.assign(np.full((3, 3), np.nan))
    return layer


SICK = {  # name: (layer, its input, words of the alarm)
    "nan in the input": (lambda: chain(dense(2)), FLAT * np.nan, ["input has NaN"]),
    "nan in a weight": (with_nan, FLAT, ["/kernel", "has NaN"]),
    "log of 0": (lambda: chain(dense(2, activation="relu"), Log(name="hurt"), dense(2)), -POSITIVE, ["begins in 'hurt' (Log)", "zeros", "log"]),
    "division by a count of 0": (lambda: chain(dense(3), Share(name="hurt"), dense(2)), FLAT, ["NaN begins in 'hurt'", "division"]),
    "softmax of a masked row": (lambda: chain(dense(3), Masked(name="hurt")), FLAT, ["NaN begins in 'hurt'", "whole row masked"]),
    "between two inner layers": (lambda: Between(name="hurt"), FLAT, ["NaN begins in 'hurt' (Between), after 'first' (Dense)"]),
    "float16 overflows": (lambda: chain(layers.Rescaling(1e5, dtype="float16", name="hurt")), FLAT + 5, ["Inf begins in 'hurt'", "65504"]),
    "exploding start": (lambda: chain(dense(8, kernel_initializer=keras.initializers.Constant(1e5), name="hurt"), dense(2)), FLAT, ["grow in 'hurt'", "initializer"]),
    "gradient of sqrt at 0": (lambda: chain(dense(3, kernel_initializer="zeros", name="before"), Root(name="hurt"), dense(2)), FLAT, ["the gradient is not", "'before' (Dense) and 'hurt' (Root)", "sqrt"]),
    "stop_gradient": (lambda: chain(dense(3, name="before"), Cut(name="hurt"), dense(2)), FLAT, ["no gradient reaches", "before/kernel", "'hurt' (Cut)"]),
    "argmax": (lambda: chain(dense(3, name="before"), Best(name="hurt"), dense(2)), FLAT, ["no gradient reaches", "argmax"]),
    "rounding": (lambda: chain(dense(3, name="before"), Round(name="hurt"), dense(2)), FLAT, ["no gradient reaches", "rounding"]),
    "numpy": (lambda: OffTheTape(name="hurt"), FLAT, ["NumPy"]),
    "dead relu": (lambda: chain(dense(8, activation="relu", bias_initializer=keras.initializers.Constant(-50), name="hurt"), dense(2)), MANY, ["8 of the 8 units of 'hurt'"]),
    "saturated sigmoid": (lambda: chain(layers.Rescaling(1, 40), dense(3, kernel_initializer="ones", name="before"), layers.Activation("sigmoid", name="hurt"), dense(2)), POSITIVE * .01, ["before/kernel", "look at", "'hurt'"]),
    "never called": (lambda: Forgets(name="hurt"), FLAT, ["'step_2' (Dense) is never called"]),
    "call without the layer": (lambda: Around(name="hurt"), FLAT, ["'drop' (Dropout) is never called", "drop.call(x)"]),
    "unused weight": (lambda: Unused(name="hurt"), FLAT, ["hurt/bias", "never used"]),
    "layer made in call": (lambda: MadeInCall(name="hurt"), FLAT, ["is no part of 'hurt'"]),
    "untracked variable": (lambda: Untracked(name="hurt"), FLAT, ["loose", "in no list of the layer"]),
    "(n, 1) against (n,)": (lambda: Broadcasts(name="hurt"), FLAT, ["in 'hurt' (Broadcasts) one sample changes the result of another", "(6, 6)"]),
    "wrong axis": (lambda: chain(dense(3), WrongAxis(name="hurt"), dense(2)), FLAT, ["in 'hurt' (WrongAxis) one sample", "axis=0"]),
    "training is not handed on": (lambda: Deaf(name="hurt"), FLAT, ["'drop' (Dropout) gets training=False"]),
    "vanishes by and by": (lambda: chain(*[dense(16, activation="sigmoid", name=f"step_{i}") for i in range(14)]), MANY, ["step_0/kernel", "vanishes little by little", "'step_13'"]),
    "units alike": (lambda: chain(dense(4, kernel_initializer="ones", activation="tanh", name="hurt"), dense(1, kernel_initializer="ones")), FLAT, ["all units of", "hurt/kernel", "alike"]),
    "at the ends of a sigmoid": (lambda: chain(dense(4, activation="sigmoid", kernel_initializer=keras.initializers.RandomNormal(stddev=500.), name="hurt"), dense(1)), MANY, ["the sigmoid of 'hurt'", "at its ends"]),
    "state in an attribute": (lambda: Own(keeps), FLAT, ["call writes ['hurt.seen']", "add_weight"]),
    "always in training": (lambda: Own(lambda own, x, _: own.drop(x, training=True), drop=layers.Dropout(.5, name="drop")), FLAT, ["'drop' (Dropout) gets training=True in prediction"]),
    "mask is lost": (lambda: Own(lambda own, x, _: own.rnn(own.table(x) * 2), table=layers.Embedding(9, 4, mask_zero=True), rnn=layers.LSTM(3, name="rnn")), np.arange(30).reshape(6, 5) % 9, ["'rnn' (LSTM) gets no mask"]),
    "softmax of a Dense with softmax": (lambda: Own(lambda own, x, _: ops.softmax(own.dense(x)), dense=dense(3, activation="softmax")), FLAT, ["'hurt' (Own) makes a softmax"]),
    "softmax twice": (lambda: chain(dense(3, activation="softmax"), layers.Softmax(name="hurt")), FLAT, ["'hurt' (Softmax) makes a softmax"]),
}
if BACKEND == "tensorflow":
    SICK["variable of the backend"] = lambda: Raw(name="hurt"), FLAT, ["['scale'] is a variable of tensorflow"]


@pytest.mark.parametrize("sick", SICK)
def test_alarm_says_where_it_hurts(sick):
    make, x, words = SICK[sick]
    LOOSE.clear()
    report = inspect_layer(make(), x)
    assert any(all(word in alarm for word in words) for alarm in report.alarms), str(report)
    assert all("; look" in alarm for alarm in report.alarms)


class Tied(layers.Layer):
    """Calls one layer twice, and gives a dict."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mix = layers.Dense(3, name="mix")

    def call(self, x):
        once = self.mix(x)
        return {"once": once, "twice": self.mix(once)}


class Model(keras.Model):
    def __init__(self):
        super().__init__(name="model")
        self.steps = [layers.Dense(4, activation="gelu"), layers.LayerNormalization(), layers.Dropout(0.3)]
        self.heads = {"a": layers.Dense(1), "b": layers.Dense(2, activation="softmax")}

    def call(self, x):
        for step in self.steps:
            x = step(x)
        return {name: head(x) for name, head in self.heads.items()}


def functional():
    start = keras.Input((5, 3))
    x = layers.MultiHeadAttention(2, 4)(start, start) + start
    x = layers.LayerNormalization()(x)
    return keras.Model(start, [layers.GRU(4)(x), layers.GlobalAveragePooling1D()(ops.relu(x))])


def frozen():
    base = chain(dense(4, activation="relu"), layers.BatchNormalization(), layers.Dropout(.2))
    base.trainable = False
    return Own(lambda own, x, training: own.head(own.base(x, training=False), training=training), base=base, head=dense(2))


HEALTHY = {
    "dicts": (lambda: Pair(name="pair"), {"a": FLAT, "b": POSITIVE}),
    "frozen": (frozen, FLAT), "added loss": (lambda: Own(with_loss, dense=dense(2)), FLAT),
    "kernel of zeros": (lambda: Own(lambda own, x, _: x + own.last(own.first(x)), first=dense(8, activation="gelu"), last=dense(3, kernel_initializer="zeros")), MANY),
    "tied": (Tied, FLAT), "model": (Model, FLAT), "functional": (functional, STEPS),
    "sequential": (lambda: chain(dense(8, activation="relu"), layers.BatchNormalization(), layers.Dropout(.2), dense(2, activation="softmax")), MANY),
    "nested": (lambda: chain(chain(dense(3), dense(3, activation="tanh")), dense(1)), FLAT),
    "embedding": (lambda: chain(layers.Embedding(9, 4, mask_zero=True), layers.LSTM(3), dense(1)), np.arange(30).reshape(6, 5) % 9),
    "mixed_float16": (lambda: chain(dense(4, dtype="mixed_float16"), dense(2, dtype="mixed_float16")), FLAT),
}


@pytest.mark.parametrize("healthy", HEALTHY)
@pytest.mark.parametrize("training", [False, True])
def test_healthy_layer_raises_no_alarm(healthy, training):
    make, x = HEALTHY[healthy]
    assert inspect_layer(make(), x, training=training).alarms == []


def test_no_trace_is_left():
    before = keras.Operation.__call__
    layer = chain(dense(4), layers.BatchNormalization(), layers.Dropout(.5))
    layer(FLAT)
    values = [np.array(v) for v in map(ops.convert_to_numpy, layer.variables)]
    inspect_layer(layer, FLAT, training=True)
    assert all(np.array_equal(v, ops.convert_to_numpy(w)) for v, w in zip(values, layer.variables, strict=True))
    with pytest.raises(Exception) as raised:
        inspect_layer(layer, FLAT[:, :2])
    assert keras.Operation.__call__ is before
    assert "The calls until the error" in raised.value.__notes__[0] and "chain" in raised.value.__notes__[0]


def test_outputs_and_gradients_can_be_taken():
    layer = Tied(name="tied")
    report = inspect_layer(layer, FLAT, loss=lambda y: ops.sum(y["twice"]))
    assert [call.name for call in report.calls] == ["tied", "mix", "mix 2"]
    assert np.allclose(report.outputs["mix 2"], ops.convert_to_numpy(layer(FLAT)["twice"]))
    assert report.gradients["tied/mix/kernel"].shape == (3, 3)
    kernel = ops.convert_to_numpy(layer.mix.kernel)
    assert np.allclose(report.calls[1].gradients[0], np.ones((6, 3)) @ kernel.T, atol=1e-5)
    assert "tied/mix/kernel" in str(report) and max(map(len, str(report).splitlines()[:6])) <= 80


def test_file_is_short_enough_to_read():
    lines = pathlib.Path(sys.modules["inspect_layer"].__file__).read_text().splitlines()
    assert len(lines) <= 300 and max(map(len, lines)) <= 100
