import keras
import numpy as np


class Mix(keras.layers.Layer):
    def call(self, x):
        size = x.shape[-1]
        self.kernel = self.add_weight(shape=(size, size), initializer="identity")
        self.bias = self.add_weight(shape=(size,), initializer="zeros")
        return keras.ops.matmul(x, self.kernel) + self.bias
