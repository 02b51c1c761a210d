import keras
import numpy as np


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(shape=shape, initializer="ones")
        self.shift = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        return x * self.scale + self.shift


layer = Affine()
for rows, columns in [(6, 3), (2, 5)]:
    layer = Affine()
    x = np.random.normal(size=(rows, columns)).astype("float32")
    assert np.allclose(layer(x), x)

    scale = np.random.normal(size=columns)
    shift = np.random.normal(size=columns)
    layer.set_weights([scale, shift])
    assert np.allclose(layer(x), x * scale + shift, atol=1e-5)
    assert layer(x[:1]).shape == (1, columns)
print("passed")
