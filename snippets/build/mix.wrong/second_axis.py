import keras
import numpy as np


class Mix(keras.layers.Layer):
    def build(self, input_shape):
        size = input_shape[1]
        self.kernel = self.add_weight(
            shape=(size, size), initializer="identity", name="kernel"
        )
        self.bias = self.add_weight(
            shape=(size,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias
