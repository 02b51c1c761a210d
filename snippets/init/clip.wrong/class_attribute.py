import keras
import numpy as np


class Clip(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        Clip.limit = limit

    def call(self, x):
        return keras.ops.clip(x, -self.limit, self.limit)
