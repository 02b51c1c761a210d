import numpy as np

import keras
from contract import check_layer
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Share(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.sharpness = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        power = ops.exp(x * self.sharpness)
        return power / ops.sum(power, axis=1, keepdims=True)
