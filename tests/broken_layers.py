"""Broken layers: each is a right one but for one line, and breaks the promise that its decorator names."""
import random

import keras
import numpy as np
from keras import ops

from tests import right_layers as right
from tests.right_layers import Affine, Centered, Counted, Jitter, Penalized, Pooled, Positions, Residual, Weightless

BROKEN = []  # (promise, class, constructor arguments, inputs, facts)
BACKEND = keras.backend.backend()


def breaks(promise, inputs=(3,), backends=("tensorflow", "jax", "torch", "numpy"), facts=None, **kwargs):
    def list_it(cls):
        if BACKEND in backends:
            BROKEN.append((promise, cls, kwargs, inputs, facts or {}))
        return cls
    return list_it


@breaks("runs")
class NoSuper(Weightless):
    def __init__(self):
        self.factor, self.offset = 1, 2


@breaks("runs", units=4)
class MisspeltAttribute(Affine):
    def call(self, x):
        return ops.matmul(x, self.kernal) + self.bias


@breaks("base-arguments", factor=2.0)
class TakesNoName(Weightless):
    def __init__(self, factor):
        super().__init__(factor)


@breaks("base-arguments", factor=2.0)
class DropsName(Weightless):
    def __init__(self, factor, **kwargs):
        super().__init__(factor)


@breaks("base-arguments", factor=2.0)
class AlwaysTrainable(Weightless):
    def __init__(self, factor, **kwargs):
        super().__init__(factor, **{**kwargs, "trainable": True})


@breaks("config-has-every-argument", units=4, activation="tanh")
class ForgetsActivation(Affine):
    def get_config(self):
        config = super().get_config()
        del config["activation"]
        return config


@breaks("config-has-every-argument", factor=2.0)
class ForgetsBase(Weightless):
    def get_config(self):
        return {"factor": self.factor, "offset": self.offset}


@breaks("config-has-every-argument", factor=np.float32(2))
class NumpyArgument(Weightless):
    pass


@breaks("config-rebuilds", factor=2.0)
class NumpyInConfig(Weightless):
    def get_config(self):
        return {**super().get_config(), "factor": np.float32(self.factor), "offset": self.offset}


@breaks("config-rebuilds", units=4, activation="tanh")
class FunctionInConfig(Affine):
    def get_config(self):
        return {**super().get_config(), "activation": self.activation}


@breaks("config-rebuilds", factor=2.0, offset=3.0)
class SwapsInConfig(Weightless):
    def get_config(self):
        return {**super().get_config(), "factor": self.offset, "offset": self.factor}


@breaks("config-rebuilds", factor=2.0)
class StrangeKey(Weightless):
    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "offset": self.offset, "colour": "red"}


@breaks("same-again")
class MakesDenseInCall(Weightless):
    def call(self, x):
        return keras.layers.Dense(3)(x)


@breaks("same-again")
class CountsInPython(Weightless):
    calls = 0

    def call(self, x):
        self.calls += 1
        return x * self.calls


@breaks("same-again")
class NumpyNoise(Jitter):
    def call(self, x, training=None):
        return x + np.random.normal() if training else x


@breaks("same-again")
class NoGenerator(Jitter):
    def call(self, x, training=None):
        return x + keras.random.normal(ops.shape(x)) if training else x


OUTSIDE = keras.Variable(np.ones(3, "float32"))


@breaks("weights-are-tracked")
class VariableOutside(Weightless):
    def call(self, x):
        return x * OUTSIDE


@breaks("weights-are-tracked")
class LayerInClassBody(Weightless):
    inner = keras.layers.Dense(3)

    def call(self, x):
        return self.inner(x)


@breaks("weights-are-tracked", backends=["tensorflow"])
class TensorFlowVariable(Weightless):
    def build(self, input_shape):
        import tensorflow as tf
        self.scale = tf.Variable(tf.ones(input_shape[-1]))

    def call(self, x):
        return x * self.scale


@breaks("reference", units=4, activation="tanh", facts={"reference": lambda x, w, b: np.tanh(x @ w + b)})
class NoActivation(Affine):
    def call(self, x):
        return ops.matmul(x, self.kernel) + self.bias


@breaks("reference", units=4, facts={"reference": lambda x, w, b: x @ w + b})
class NoBias(Affine):
    def call(self, x):
        return ops.matmul(x, self.kernel)


@breaks("reference", facts={"reference": lambda x, first, second: x * first + second})
class SwapsWeights(Positions):
    def call(self, x):
        return x * self.second + self.first


@breaks("any-batch-size")
class SixSamples(Weightless):
    def call(self, x):
        return ops.reshape(x, (6, 3))


@breaks("any-batch-size")
class AnswersForSix(Weightless):
    def call(self, x):
        return ops.zeros((6, 3), x.dtype) + x[:1]


@breaks("any-batch-size", facts={"reference": lambda x: x - x.mean(0)})
class DividesBySix(Weightless):
    def call(self, x):
        return x - ops.sum(x, axis=0) / 6


@breaks("instances-independent")
class SharesWeight(Penalized):
    shared = []

    def build(self, input_shape):
        if not self.shared:
            self.shared.append(self.add_weight(shape=input_shape[-1:], initializer="ones"))
        self.scale = self.shared[0]


@breaks("instances-independent", units=4)
class SharesInitializer(Affine):
    def __init__(self, units, kernel_initializer=keras.initializers.GlorotUniform(), **kwargs):
        super().__init__(units, kernel_initializer=kernel_initializer, **kwargs)

    def get_config(self):
        config = super().get_config()
        del config["activation"]
        return config


@breaks("instances-independent")
class SharesItsDefault(Residual):
    def __init__(self, inner=keras.layers.Dense(3), **kwargs):
        super().__init__(inner, **kwargs)


@breaks("instances-independent", units=3)
class Twins(Affine):
    def build(self, input_shape):
        super().build(input_shape)
        self.gate = self.add_weight(shape=self.kernel.shape, initializer=self.kernel_initializer, name="gate")


@breaks("builds-from-lists", units=4)
class JoinsTuple(Affine):
    def build(self, input_shape):
        super().build((None,) + input_shape[1:])


@breaks("builds-from-lists", inputs=(3,), units=4)
class BuildsInnerInCall(right.Block):
    def build(self, input_shape):
        pass


@breaks("symbolic-equals-real", backends=["tensorflow", "jax"])
class NumpyInCall(Weightless):
    compute_output_shape = keras.layers.Layer.compute_output_shape

    def call(self, x):
        return ops.convert_to_tensor(np.exp(ops.convert_to_numpy(x)))


@breaks("symbolic-equals-real", units=4)
class WrongShape(Affine):
    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 99)


@breaks("symbolic-equals-real", units=4)
class ShapeAsList(Affine):
    def compute_output_shape(self, input_shape):
        return input_shape.as_list()[:-1] + [self.units]


@breaks("symbolic-equals-real")
class WrongDtype(right.Winner):
    compute_output_spec = keras.layers.Layer.compute_output_spec


@breaks("summary-shows-shapes", units=4)
class OtherArgumentName(Affine):
    def compute_output_shape(self, batch_input_shape):
        return (*batch_input_shape[:-1], self.units)


@breaks("mixed-float16")
class Float32Constant(Weightless):
    def call(self, x):
        return ops.multiply(x, ops.ones((3,), "float32"))


@breaks("mixed-float16")
class TooLarge(Weightless):
    def call(self, x):
        return x * 0 - ops.cast(1e9, x.dtype) * 0


@breaks("mask", inputs=(5, 3))
class IgnoresMask(Pooled):
    def call(self, x, mask=None):
        return ops.mean(x, axis=1)


@breaks("mask", inputs=(5, 3))
class DestroysMask(Pooled):
    compute_mask = keras.layers.Layer.compute_mask


@breaks("mask", inputs=(5, 3), facts={"masked": True})
class NeverPasses(right.Passing):
    def __init__(self, **kwargs):
        super(right.Passing, self).__init__(**kwargs)


@breaks("mask", inputs=(5, 3))
class PassesTooLong(Pooled):
    def compute_mask(self, x, mask=None):
        return ops.ones((6, 5, 3), "bool")


@breaks("training")
class TrainsByDefault(Jitter):
    def call(self, x, training=True):
        return super().call(x, training)


@breaks("training")
class NoiseInPrediction(Jitter):
    def call(self, x, training=None):
        return super().call(x, not training)


@breaks("training")
class UpdatesInPrediction(Centered):
    def call(self, x, training=None):
        super().call(x, True)
        return x - self.mean


@breaks("seeds", facts={"random": True})
class FixedSeed(Jitter):
    def call(self, x, training=None):
        return x + keras.random.normal(ops.shape(x), seed=1, dtype=x.dtype) if training else x


@breaks("seeds")
class SeedOfItsOwn(Jitter):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator(random.SystemRandom().randrange(2**30))


@breaks("seeds", seed=3)
class IgnoresSeed(Jitter):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed


def relu(x):
    return -x


def traced(x):
    return "Tracer" in type(x).__name__ or "Symbolic" in type(x).__name__


@breaks("file-round-trip", units=4, activation=relu)
class NamedLikeBuiltIn(Affine):
    pass


@breaks("file-round-trip", units=4)
class SavesNoBias(Affine):
    def save_own_variables(self, store):
        store["0"], store["1"] = self.kernel, ops.zeros_like(self.bias)


@breaks("file-round-trip")
class LoadsInOtherOrder(Positions):
    def load_own_variables(self, store):
        self.first.assign(store["1"])
        self.second.assign(store["0"])


@breaks("weights-round-trip")
class KeepsMatrixInConfig(Weightless):
    def __init__(self, matrix=None, **kwargs):
        super().__init__(**kwargs)
        self.matrix = np.random.normal(size=(3, 3)).tolist() if matrix is None else matrix

    def call(self, x):
        return ops.matmul(x, ops.cast(self.matrix, x.dtype))

    def get_config(self):
        return {**keras.layers.Layer.get_config(self), "matrix": self.matrix}


@breaks("compiled-equals-eager", backends=["tensorflow", "jax"])
class PythonIf(Weightless):
    def call(self, x):
        return x if ops.sum(x) > 0 else -x


@breaks("compiled-equals-eager", backends=["tensorflow", "jax"])
class FreezesPython(Weightless):
    def call(self, x):
        return -x if traced(x) else x


@breaks("compiled-equals-eager", backends=["tensorflow"])
class NoXla(Weightless):
    def call(self, x):
        import tensorflow as tf
        return tf.ensure_shape(tf.numpy_function(np.exp, [x], x.dtype), x.shape)


@breaks("weights-learn", backends=["tensorflow", "jax", "torch"], units=4)
class DeadBias(Affine):
    def call(self, x):
        return self.activation(ops.matmul(x, self.kernel))


@breaks("weights-learn", backends=["tensorflow", "jax", "torch"], units=4)
class StopsGradient(Affine):
    def call(self, x):
        return ops.matmul(x, ops.stop_gradient(self.kernel)) + self.bias


@breaks("weights-learn", backends=["tensorflow", "jax", "torch"])
class Rounds(Positions):
    def call(self, x):
        return x * ops.round(self.first) + self.second


@breaks("state-updates")
class ReplacesState(Counted):
    def call(self, x):
        self.calls = self.calls + 1
        return x


@breaks("state-updates", backends=["tensorflow", "jax"])
class CountsEagerly(Counted):
    def call(self, x):
        if not traced(x):
            self.calls.assign_add(1)
        return x
