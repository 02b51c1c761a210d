import keras
import numpy as np


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = keras.ops.ones((input_shape[-1],))
        self.shift = keras.ops.zeros((input_shape[-1],))

    def call(self, x):
        return x * self.scale + self.shift
