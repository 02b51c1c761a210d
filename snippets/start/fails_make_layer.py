import keras
import numpy as np


def make_layer(units):
    return keras.layers.Dense(3)


layer = make_layer(4)
for units, rows, columns in [(4, 6, 3), (2, 5, 7)]:
    layer = make_layer(units)
    numbers = np.random.default_rng(rows).normal(size=(rows, columns))
    outputs = keras.ops.convert_to_numpy(layer(numbers))
    kernel, bias = layer.get_weights()
    expected = np.maximum(numbers @ kernel + bias, 0)
    assert outputs.shape == (rows, units)
    assert np.allclose(outputs, expected, atol=1e-5)
print("passed")
