import keras
import numpy as np
from contract import check_layer
from keras import ops


class Attention(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.query = keras.layers.Dense(units)
        self.key = keras.layers.Dense(units)
        self.value = keras.layers.Dense(units)

    def build(self, input_shape):
        for inner in self.query, self.key, self.value:
            inner.build(input_shape)

    def call(self, x):
        key = ops.transpose(self.key(x), (0, 2, 1))
        scores = ops.matmul(self.query(x), key) / self.units**0.5
        return ops.matmul(ops.softmax(scores, axis=0), self.value(x))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)
