import keras
import numpy as np


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(shape=shape)
        self.shift = self.add_weight(shape=shape)

    def call(self, x):
        return x * self.scale + self.shift
