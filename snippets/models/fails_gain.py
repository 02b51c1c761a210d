import numpy as np

import keras
from keras import ops


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = ops.ones(shape)
        self.offset = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        return ops.add(x * self.gain, self.offset)


layer = Gain()
x = np.random.default_rng(0).normal(size=(200, 3)).astype("float32")
assert np.array_equal(layer(x), x)
assert len(layer.trainable_weights) == 2
assert np.array_equal(Gain()(np.ones((2, 4, 3))), np.ones((2, 4, 3)))
for width in (3, 5):
    layer, factor = Gain(), np.arange(width) + 1
    x = np.random.default_rng(0).normal(size=(200, width)).astype("float32")
    model = keras.Sequential([keras.Input((width,)), layer])
    model.compile(keras.optimizers.SGD(1.0), "mse")
    model.fit(x, x * factor + 7, epochs=20, verbose=0)
    for batch in (1, 4):
        assert np.allclose(layer(x[:batch]), x[:batch] * factor + 7, atol=0.01)
print("passed")
