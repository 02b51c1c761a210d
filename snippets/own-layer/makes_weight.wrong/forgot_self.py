import numpy as np

import keras
from keras import ops


class Closeness(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (self.units, input_shape[-1])
        prototypes = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        return x
