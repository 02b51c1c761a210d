import math

import keras
import numpy as np
from keras import ops


class Compass(keras.layers.Layer):
    def call(self, degrees):
        angle = degrees * (2 * math.pi / 360)
        return np.concatenate([np.sin(angle), np.cos(angle)], axis=-1)
