import json
import numpy as np

import keras


@keras.saving.register_keras_serializable(package="book")
class Squash(keras.layers.Layer):
    def __init__(self, limit=1.0, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return self.limit * self.activation(x * self.gain / self.limit)

    def get_config(self):
        base = super().get_config()
        activation = self.activation.__name__
        return {**base, "limit": self.limit, "activation": activation}
