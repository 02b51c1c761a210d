import keras
import numpy as np


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(3,), initializer="ones")
        self.shift = self.add_weight(shape=(3,), initializer="zeros")

    def call(self, x):
        return x * self.scale + self.shift
