import numpy as np

import keras
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.seeds = keras.random.SeedGenerator(0)

    def call(self, x, training=None):
        if not training:
            return x
        noise = keras.random.normal(ops.shape(x), seed=self.seeds)
        return x + self.size * noise


layer = Noise(0.1)
for width in (3, 5):
    for batch in (4, 1):
        x = np.random.default_rng(1).normal(size=(batch, width))
        x = x.astype("float32")
        layer, seeds = Noise(2.0), keras.random.SeedGenerator(0)
        for _ in range(2):
            noise = keras.random.normal((batch, width), seed=seeds)
            assert np.allclose(layer(x, training=True), x + 2.0 * noise)
        assert np.array_equal(layer(x, training=False), x)
        assert np.array_equal(layer(x), x)
    layer(keras.Input((width,)), training=True)
print("passed")
