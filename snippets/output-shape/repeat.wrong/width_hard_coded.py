import keras
import numpy as np


class Repeat(keras.layers.Layer):
    def __init__(self, times, **kwargs):
        super().__init__(**kwargs)
        self.times = times

    def call(self, x):
        return keras.ops.concatenate([x] * self.times, axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 6)
