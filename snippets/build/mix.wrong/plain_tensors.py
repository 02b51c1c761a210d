import keras
import numpy as np


class Mix(keras.layers.Layer):
    def build(self, input_shape):
        size = input_shape[-1]
        self.kernel = keras.ops.eye(size)
        self.bias = keras.ops.zeros((size,))

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias
