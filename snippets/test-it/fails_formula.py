import numpy as np

import keras
from keras import ops


class Contrast(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.amount = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        mean = ops.mean(x, axis=0, keepdims=True)
        return mean + self.amount * (x - mean)


def formula(x, amount):
    mean = x.mean(axis=-1, keepdims=True)
    return mean + amount * (x - mean)


layer = Contrast()
x = np.array([[1.0, 2.0, 6.0], [3.0, 5.0, 4.0]], dtype="float32")
amount = np.array([1.0, 2.0, 3.0])
layer.build(x.shape)
layer.set_weights([amount])
np.testing.assert_allclose(layer(x), formula(x, amount), atol=1e-5)
