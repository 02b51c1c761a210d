import keras
import numpy as np


class Shrink(keras.layers.Layer):
    def __init__(self, step, **kwargs):
        super().__init__(**kwargs)
        self.step = step

    def call(self, x):
        return np.sign(x) * np.maximum(np.abs(x) - self.step, 0)
