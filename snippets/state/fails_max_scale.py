import numpy as np

import keras
from keras import ops


class MaxScale(keras.layers.Layer):
    def build(self, input_shape):
        self.largest = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", trainable=False
        )

    def call(self, x, training=False):
        if training:
            seen = ops.max(ops.abs(x), axis=0)
            self.largest = ops.maximum(self.largest, seen)
        return x / self.largest


layer = MaxScale()
x = 5 * np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
for width in (3, 5):
    layer, largest = MaxScale(), np.ones(width)
    for batch in (4, 1):
        x = 5 * np.random.default_rng(batch).normal(size=(batch, width))
        largest = np.maximum(largest, abs(x).max(axis=0))
        assert np.allclose(layer(x, training=True), x / largest, atol=1e-5)
        assert np.allclose(layer(9 * x), 9 * x / largest, atol=1e-5)
    assert np.allclose(layer.weights[0].numpy(), largest)
    assert len(layer.trainable_weights) == 0
    layer(keras.Input((width,)), training=True)
print("passed")
