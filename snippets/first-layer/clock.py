import math

import keras
from keras import ops


class Clock(keras.layers.Layer):
    def call(self, hours):
        angle = hours * (2 * math.pi / 24)
        return ops.concatenate([ops.sin(angle), ops.cos(angle)], axis=-1)


layer = Clock()
hours = ops.array([[0.0], [3.0], [21.0], [24.0]])
print(ops.convert_to_numpy(layer(hours)).round(2))
