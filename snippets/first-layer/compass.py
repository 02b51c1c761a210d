import math

import keras
import numpy as np
from keras import ops


class Compass(keras.layers.Layer):
    def call(self, degrees):
        angle = degrees * (2 * math.pi / 360)
        return ops.concatenate([ops.sin(angle), ops.cos(angle)], axis=-1)


layer = Compass()
for degrees in [np.array([[30.0], [250.0]]), np.array([[10.0, 350.0]])]:
    outputs = ops.convert_to_numpy(layer(degrees))
    angle = np.radians(degrees)
    expected = np.concatenate([np.sin(angle), np.cos(angle)], axis=1)
    assert outputs.shape == expected.shape
    assert np.allclose(outputs, expected, atol=1e-5)
assert layer(keras.Input((2,))).shape == (None, 4)
print("passed")
