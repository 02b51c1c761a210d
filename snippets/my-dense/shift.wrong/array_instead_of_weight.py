import keras
import numpy as np


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.offset = np.zeros(input_shape[-1])

    def call(self, x):
        return x + self.offset
