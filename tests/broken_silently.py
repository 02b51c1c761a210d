"""Layers that answer rightly when called once, and are wrong: each breaks the promise that its decorator names."""
import keras
import numpy as np
from keras import ops

from tests.broken_layers import breaks
from tests.right_layers import Affine, Jitter, Pooled, Recurrent, Residual, Weightless

GRAPHS = ("tensorflow",)  # where a graph does not know the batch size


@breaks("returns-tensors")
class ForgetsReturn(Weightless):
    def call(self, x):
        x * self.factor


@breaks("returns-tensors", units=4)
class ForgetsReturnWithWeights(Affine):
    def call(self, x):
        self.activation(ops.matmul(x, self.kernel) + self.bias)


@breaks("returns-tensors")
class ReturnsNumbers(Weightless):
    def call(self, x):
        return [1.0, 2.0]


@breaks("reference", facts={"reference": lambda x, w: x @ w})
class NoWeight(Weightless):
    pass


@breaks("reference", units=4, facts={"reference": lambda x, w: x @ w})
class OneWeightTooMany(Affine):
    pass


@breaks("unknown-batch-size", backends=GRAPHS)
class ZerosOfBatch(Weightless):
    def call(self, x):
        return x + ops.zeros((x.shape[0], 3), x.dtype)


@breaks("unknown-batch-size", backends=GRAPHS)
class LoopsOverBatch(Weightless):
    def call(self, x):
        return ops.stack([x[i] for i in range(x.shape[0])])


@breaks("unknown-batch-size", backends=GRAPHS)
class NoiseOfBatch(Jitter):
    def call(self, x, training=None):
        if not training:
            return x
        return x + keras.random.normal((x.shape[0], 3), dtype=x.dtype, seed=self.generator)


@breaks("any-batch-size", inputs=(2, 3))
class FlattensSix(Weightless):
    compute_output_shape = keras.layers.Layer.compute_output_shape

    def call(self, x):
        return ops.reshape(x, (6, -1))


@breaks("any-width", units=4)
class WidthInKernel(Affine):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3, self.units), name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")


@breaks("any-width")
class WidthInScale(Weightless):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(3,), initializer="ones", name="scale")

    def call(self, x):
        return x * self.scale


@breaks("any-width")
class WidthInReshape(Weightless):
    def call(self, x):
        return ops.reshape(x, (-1, 3))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 3)


@breaks("any-width", facts={"reference": lambda x: x.mean(-1)})
class WidthInMean(Weightless):
    def call(self, x):
        return ops.sum(x, axis=-1) / 3

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]


@breaks("any-length", inputs=(5, 3))
class RemembersLength(Weightless):
    def build(self, input_shape):
        self.length = input_shape[1] or 1

    def call(self, x):
        return ops.sum(x, axis=1) / self.length

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])


@breaks("any-length", inputs=(5, 3))
class AnnouncesFirstLength(Weightless):
    def compute_output_shape(self, input_shape):
        return (input_shape[0], 5, input_shape[-1])


@ops.custom_gradient
def three_times(x):
    def gradient(*args, upstream=None):
        return 3 * (upstream if upstream is not None else args[0])
    return x * 1.0, gradient


@ops.custom_gradient
def wrong_square(x):
    def gradient(*args, upstream=None):
        return x * (upstream if upstream is not None else args[0])
    return x * x, gradient


@breaks("gradients", backends=["tensorflow", "jax"])
class GradientTooLarge(Weightless):
    def call(self, x):
        return three_times(x)


@breaks("gradients", backends=["tensorflow", "jax"], units=4)
class SquaresWithWrongGradient(Affine):
    def call(self, x):
        return wrong_square(super().call(x))


@breaks("mixed-float16", inputs=(5, 3))
class HugeInMask(Pooled):
    def call(self, x, mask=None):
        scores = ops.sum(x, axis=-1)
        if mask is not None:
            scores = scores + ops.cast(1 - ops.cast(mask, "float32"), x.dtype) * ops.cast(-1e9, x.dtype)
        return ops.sum(x * ops.expand_dims(ops.softmax(scores), -1), axis=1)


@breaks("mixed-float16", backends=GRAPHS)
class RefusesHalves(Weightless):
    def call(self, x):
        import tensorflow as tf
        return x + tf.ones((3,))


@breaks("mask", inputs=(5, 3))
class InfiniteInMask(Pooled):
    def call(self, x, mask=None):
        scores = ops.sum(x, axis=-1)
        if mask is not None:
            scores = ops.where(mask, scores, -np.inf)
        return ops.sum(x * ops.expand_dims(ops.softmax(scores), -1), axis=1)


@breaks("mask", inputs=(5, 3))
class DividesByNothing(Pooled):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        kept = ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return ops.sum(x * kept, axis=1) / ops.sum(kept, axis=1)


@breaks("mask", inputs=(5, 3))
class DividesByAllSteps(Pooled):
    def call(self, x, mask=None):
        if mask is not None:
            x = x * ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return ops.mean(x, axis=1)


@breaks("builds-from-lists", inner=keras.layers.Dense(3))
class ParentBuildsNothing(Residual):
    def build(self, input_shape):
        pass


@breaks("config-has-every-argument", units=4, kernel_initializer=keras.initializers.HeNormal())
class ForgetsInitializer(Affine):
    def get_config(self):
        config = super().get_config()
        del config["kernel_initializer"]
        return config


@breaks("config-has-every-argument", scale=0.5, seed=3)
class ForgetsSeed(Jitter):
    def get_config(self):
        config = super().get_config()
        del config["seed"]
        return config


@breaks("config-has-every-argument", factor=2.0)
class ConfigWithoutReturn(Weightless):
    def get_config(self):
        {**super().get_config(), "factor": self.factor, "offset": self.offset}


@breaks("config-rebuilds", scale=0.5, seed=3)
class WritesAnotherScale(Jitter):
    def get_config(self):
        return {**super().get_config(), "scale": 0.1, "seed": self.seed}


@breaks("symbolic-equals-real")
class AnnouncesOneOfTwo(Weightless):
    def call(self, x):
        return x, -x


@breaks("same-again")
class KeepsTheLast(Weightless):
    last = 0

    def call(self, x):
        self.last = self.last + ops.mean(x)
        return x - self.last


@breaks("same-again")
class NewNumbersEachCall(Recurrent):
    def call(self, x):
        return x + np.random.normal(size=3).astype("float32")


@breaks("training", seed=1)
class NoiseUnlessFalse(Jitter):
    def call(self, x, training=None):
        return x if training is False else super().call(x, training=True)


@breaks("training", facts={"random": True}, seed=1)
class RandomUnlessFalse(NoiseUnlessFalse):
    pass


@breaks("training", facts={"random": True}, seed=1)
class RandomByDefault(Jitter):
    def call(self, x, training=True):
        return super().call(x, training=training)


@breaks("training")
class UpdatesUnlessFalse(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(shape=(input_shape[-1],), initializer="zeros", trainable=False, name="mean")

    def call(self, x, training=None):
        if training is False:
            return x - self.mean
        self.mean.assign(0.9 * self.mean + 0.1 * ops.mean(x, axis=0))
        return x - ops.mean(x, axis=0)


@breaks("any-length", inputs=(5, 3))
class KeepsALength(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = input_shape[1] ** -0.5

    def call(self, x):
        return ops.sum(x, axis=1) * self.scale


@breaks("any-batch-size")
class KeepsTheFirstSize(Weightless):
    size = None

    def call(self, x):
        if self.size is None:
            self.size = x.shape[0]
        return x * (self.size or 1)


@breaks("any-batch-size")
class SpreadOfTheBatch(Weightless):
    def call(self, x):
        return (x - ops.mean(x, axis=0)) / ops.std(x, axis=0)


@breaks("mask", inputs=(5, 1), facts={"masked": True})
class ShareOfOneStep(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x, mask=None):
        power = ops.exp(x)
        if mask is not None:
            power = power * ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return power / ops.sum(power, axis=-1, keepdims=True)
