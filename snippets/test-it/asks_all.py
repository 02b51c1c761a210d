import numpy as np

import keras
from contract import PROMISES, check_layer
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Contrast(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.amount = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        mean = ops.mean(x, axis=-1, keepdims=True)
        return mean + self.amount * (x - mean)


def formula(x, amount):
    mean = x.mean(axis=-1, keepdims=True)
    return mean + amount * (x - mean)


check_layer(Contrast, {}, (3,), reference=formula)
print(f"{len(PROMISES)} promises kept")
