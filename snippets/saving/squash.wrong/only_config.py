import numpy as np

import keras
from keras import ops


class Squash(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return self.limit * ops.tanh(x * self.gain / self.limit)

    def get_config(self):
        return {**super().get_config(), "limit": self.limit}
