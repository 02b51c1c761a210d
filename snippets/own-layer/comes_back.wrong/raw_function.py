import json
import numpy as np

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="mine")
class Closeness(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (self.units, input_shape[-1])
        self.prototypes = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        difference = ops.expand_dims(x, 1) - self.prototypes
        return self.activation(-ops.sum(difference**2, axis=-1))

    def get_config(self):
        base = super().get_config()
        activation = self.activation
        return {**base, "units": self.units, "activation": activation}
