import numpy as np

import keras
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.seeds = keras.random.SeedGenerator(0)

    def call(self, x, training=None):
        if not training:
            return x
        noise = keras.random.normal(x.shape, seed=self.seeds)
        return x + self.size * noise
