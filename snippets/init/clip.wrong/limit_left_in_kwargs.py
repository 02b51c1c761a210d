import keras
import numpy as np


class Clip(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.limit = kwargs.get("limit", 1.0)

    def call(self, x):
        return keras.ops.clip(x, -self.limit, self.limit)
