import keras
import numpy as np


class Affine(keras.layers.Layer):
    def call(self, x):
        shape = (x.shape[-1],)
        self.scale = self.add_weight(shape=shape, initializer="ones")
        self.shift = self.add_weight(shape=shape, initializer="zeros")
        return x * self.scale + self.shift
