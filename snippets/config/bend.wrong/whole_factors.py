import json
import keras
import numpy as np


class Bend(keras.layers.Layer):
    def __init__(self, activation=None, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)
        self.factor = factor

    def call(self, x):
        return self.factor * self.activation(x)

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "activation": activation, "factor": int(self.factor)}
