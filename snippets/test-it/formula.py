import numpy as np

import keras
from keras import ops


class Contrast(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.amount = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        mean = ops.mean(x, axis=-1, keepdims=True)
        return mean + self.amount * (x - mean)


def formula(x, amount):
    mean = x.mean(axis=-1, keepdims=True)
    return mean + amount * (x - mean)


for width in (3, 5):
    layer, amount = Contrast(), np.arange(width) + 1.0
    layer.build((None, width))
    layer.set_weights([amount])
    for batch in (1, 4):
        x = np.random.default_rng(0).normal(size=(batch, width))
        np.testing.assert_allclose(layer(x), formula(x, amount), atol=1e-5)
        print(f"{x.shape} ok")
