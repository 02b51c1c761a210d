import keras
import numpy as np
from contract import check_layer
from keras import ops


class Normalize(keras.layers.Layer):
    def build(self, input_shape):
        self.gamma = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="gamma")
        self.beta = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="beta")

    def call(self, x):
        mean, variance = ops.moments(x, axes=1, keepdims=True)
        x = (x - mean) * ops.rsqrt(variance + 1e-3)
        return x * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape
