import keras
import numpy as np
from contract import check_layer
from keras import ops


class Normalize(keras.layers.Layer):
    def build(self, input_shape):
        self.gamma = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="gamma")
        self.beta = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="beta")

    def call(self, x):
        mean, variance = ops.moments(x, axes=-1, keepdims=True)
        x = (x - mean) * ops.rsqrt(variance + 1e-3)
        return x * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Normalize()
x = keras.random.normal((6, 3), seed=0)


def formula(x, gamma, beta):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt(x.var(-1, keepdims=True) + 1e-3) * gamma + beta


for shape in (3,), (5,), (4, 2):
    check_layer(Normalize, {}, shape, reference=formula)
theirs = keras.layers.LayerNormalization()
assert float(ops.max(ops.abs(layer(x) - theirs(x)))) < 1e-5
print("passed")
