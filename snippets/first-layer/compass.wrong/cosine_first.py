import math

import keras
import numpy as np
from keras import ops


class Compass(keras.layers.Layer):
    def call(self, degrees):
        angle = degrees * (2 * math.pi / 360)
        return ops.concatenate([ops.cos(angle), ops.sin(angle)], axis=-1)
