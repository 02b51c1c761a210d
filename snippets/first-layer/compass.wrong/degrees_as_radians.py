import math

import keras
import numpy as np
from keras import ops


class Compass(keras.layers.Layer):
    def call(self, degrees):
        angle = degrees
        return ops.concatenate([ops.sin(angle), ops.cos(angle)], axis=-1)
