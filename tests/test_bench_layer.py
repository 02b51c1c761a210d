"""The bench finds why a layer is slow, by counting, and accuses no fast one; on any backend.

Without the book's tools: KERAS_BACKEND=jax python -m pytest --noconftest tests/test_bench_layer.py"""
import importlib
import pathlib
import sys

import keras
import numpy as np
import pytest
from keras import ops

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "snippets/bench"))
from bench_layer import BACKEND, BOOK, CAUSES, bench_layer

pytestmark = pytest.mark.kept("snippets/bench/bench_layer.py")
Layer = keras.layers.Layer
native = importlib.import_module(BACKEND)
TENSORFLOW, TRACED = ["tensorflow"], ["tensorflow", "jax"]
ANY = [*TRACED, "torch"]


class TotalByStep(Layer):
    def call(self, x):
        total, totals = 0, []
        for step in range(x.shape[1]):
            total = total + x[:, step]
            totals.append(total)
        return ops.stack(totals, 1)


class NormBySample(Layer):
    def call(self, x):
        return ops.stack([x[row] / ops.norm(x[row]) for row in range(x.shape[0])])


class SineOfNumPy(Layer):
    def call(self, x):
        return ops.convert_to_tensor(np.sin(ops.convert_to_numpy(x)))


class SineCalledBack(Layer):
    def call(self, x):
        if BACKEND == "jax":
            return native.pure_callback(np.sin, native.ShapeDtypeStruct(x.shape, x.dtype), x)
        return ops.reshape(native.numpy_function(np.sin, [x], "float32"), ops.shape(x))


class DenseInCall(Layer):
    def call(self, x):
        return keras.layers.Dense(4)(x)


class SeedInCall(Layer):
    def call(self, x):
        return keras.random.dropout(x, 0.5, seed=keras.random.SeedGenerator(1))


class AsksAValue(Layer):
    def call(self, x):
        return x if float(ops.max(x)) > 3 else x / 2


class Doubles(Layer):
    def call(self, x):
        return ops.cast(ops.sin(ops.cast(x, "float64")), x.dtype)


class GraphEachCall(Layer):
    def call(self, x):
        return (native.jit if BACKEND == "jax" else native.function)(ops.sin)(x)


class GraphOfItsOwn(Layer):
    def call(self, x):
        return ops.sin(x)

    if BACKEND == "tensorflow":
        call = native.function(call, autograph=False)


class NumberThatChanges(Layer):
    def call(self, x, step):
        return x * step


class LengthInPython(Layer):
    def call(self, x):
        return x * ops.convert_to_tensor(np.linspace(0, 1, x.shape[1], dtype="float32"))[:, None]


class Histogram(Layer):
    def call(self, x):
        return x * ops.cast(native.histogram_fixed_width(x, [-1.0, 1.0], 2)[0], "float32")


class NoXla(Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_jit = False

    def call(self, x):
        return ops.sin(x)


class HeadByHead(Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.heads = [keras.layers.Dense(2) for _ in range(12)]

    def call(self, x):
        return sum(head(x) for head in self.heads)


class FeatureByFeature(Layer):
    def call(self, x):
        return ops.stack([ops.sin(x[..., 0] * i) for i in range(20)], axis=-1)


class RowByRow(Layer):
    def call(self, x):
        return ops.map(ops.sin, x)


class TwiceTheSame(Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x) * ops.sigmoid(self.dense(x))


class AllPairs(Layer):
    def build(self, input_shape):
        self.centers = self.add_weight(shape=(4096, 4))

    def call(self, x):
        return ops.sum(ops.square(x[:, :, None] - self.centers), -1)


class OneHot(Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=(9000, 4))

    def call(self, x):
        return ops.matmul(ops.one_hot(ops.cast(x[..., 0], "int32"), 9000), self.table)


SLOW = [
    ("loop", HeadByHead, {}, ANY), ("loop", FeatureByFeature, {}, ANY), ("loop", RowByRow, {}, TRACED),
    ("waste", TwiceTheSame, {}, ANY), ("waste", AllPairs, {}, ["tensorflow", "torch"]), ("waste", OneHot, {}, TENSORFLOW),
    ("loop", TotalByStep, {}, ANY), ("loop", NormBySample, {}, ANY), ("numpy", SineOfNumPy, {}, ANY), ("numpy", SineCalledBack, {}, TRACED),
    ("new-state", DenseInCall, {}, ANY), ("new-state", SeedInCall, {}, ANY), ("eager-only", AsksAValue, {}, ANY), ("float64", Doubles, {}, ["tensorflow", "torch"]),
    ("retracing", GraphEachCall, {}, TRACED), ("retracing", GraphOfItsOwn, {}, TENSORFLOW), ("retracing", LengthInPython, {}, TENSORFLOW),
    ("retracing", NumberThatChanges, {"vary": {"step": [1, 2, 3]}}, TRACED), ("jit-compile", Histogram, {}, TENSORFLOW), ("jit-compile", NoXla, {}, TENSORFLOW)]


class Attention(Layer):
    def call(self, x):
        scores = ops.matmul(x, ops.transpose(x, (0, 2, 1)))
        return ops.matmul(ops.softmax(scores), x)


class TotalByScan(Layer):
    def call(self, x):
        _, y = ops.scan(lambda total, now: (total + now, total + now), x[:, 0] * 0, ops.transpose(x, (1, 0, 2)))
        return ops.transpose(y, (1, 0, 2))


class Totals(Layer):
    def call(self, x):
        return ops.cumsum(x, axis=1)


class Scaled(Layer):
    def call(self, x, step):
        return x * step


FAST = [
    (keras.layers.Dense(4), (8,), {}), (keras.layers.Embedding(9, 4), np.arange(24).reshape(4, 6) % 9, {}), (Attention(), (6, 4), {}),
    (Totals(), (6, 4), {}), (keras.layers.BatchNormalization(), (8,), {"training": True}), (keras.layers.Dropout(0.5), (8,), {"training": True}),
    (keras.layers.Conv2D(4, 3), (10, 10, 3), {}), (keras.layers.MultiHeadAttention(2, 4), ((8, 4), (8, 4)), {}),
    (Scaled(), (8,), {"vary": {"step": [ops.ones(()), ops.zeros(())]}})]
if BACKEND != "torch":  # there each loop is one of Python
    FAST += [(TotalByScan(), (6, 4), {}), (keras.layers.GRU(4), (6, 4), {})]


@pytest.mark.parametrize("cause, cls, how", [pytest.param(*case, id=case[1].__name__) for *case, backends in SLOW if BACKEND in backends])
def test_the_cause_of_a_slow_layer_is_found(cause, cls, how):
    assert [*bench_layer(cls(), (6, 4), rows=6, **how).causes] == [cause]


@pytest.mark.parametrize("layer, inputs, how", [pytest.param(*case, id=type(case[0]).__name__) for case in FAST])
def test_a_fast_layer_is_not_accused(layer, inputs, how):
    assert bench_layer(layer, inputs, **how).causes == {}


def test_every_cause_is_found_in_some_layer():
    assert {cause for cause, *_ in SLOW} == {*CAUSES}


def test_every_cause_is_explained_on_the_page():
    for lang in ("ko", "en"):
        text = (pathlib.Path(__file__).parent.parent / "docs" / lang / "fast.md").read_text()
        assert [cause for cause in CAUSES if f"{{ #{cause} }}" not in text] == []


def test_the_report_compares_and_leads_on():
    report = bench_layer(TotalByStep(), (6, 4), against=keras.layers.Dense(4))
    assert report["operations, ratio"] > 2 and report["eager call, s, ratio"] > 0
    assert f"Read: {BOOK}fast/#loop" in str(report)
    dense = bench_layer(keras.layers.Dense(4), (8,), rows=10)
    assert dense["parameters"] == 36 and 640 <= dense["FLOPs"] <= 640 + 80
    assert dense["kept for the gradient, bytes"] is None if BACKEND == "tensorflow" else dense["kept for the gradient, bytes"] > 0
