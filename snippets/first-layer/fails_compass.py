import math

import keras
import numpy as np
from keras import ops


class Compass(keras.layers.Layer):
    def call(self, degrees):
        return degrees


layer = Compass()
for rows, columns in [(4, 1), (3, 2)]:
    degrees = 50.0 * np.arange(rows * columns).reshape(rows, columns)
    outputs = ops.convert_to_numpy(layer(degrees))
    angle = np.radians(degrees)
    expected = np.concatenate([np.sin(angle), np.cos(angle)], axis=1)
    assert outputs.shape == expected.shape
    assert np.allclose(outputs, expected, atol=1e-5)
print("passed")
