import keras
import numpy as np


def make_layer(units):
    return keras.layers.Dense(units, activation="relu")


layer = make_layer(4)
assert tuple(layer(np.ones((6, 3))).shape) == (6, 4)

layer = make_layer(2)
numbers = 10 * np.random.default_rng(0).normal(size=(50, 7))
outputs = keras.ops.convert_to_numpy(layer(numbers))
kernel, bias = layer.get_weights()
expected = np.maximum(numbers @ kernel + bias, 0)
assert outputs.shape == (50, 2)
assert np.allclose(outputs, expected, atol=1e-5)
print("passed")
