import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        @ops.custom_gradient
        def scaled(x):
            def grad(*args, upstream):
                return upstream * self.scale

            return x * self.scale, grad

        return scaled(x)


layer = Scale()
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3), layer])
model.compile("sgd", "mse")
model.fit(torch.ones(6, 3), torch.zeros(6, 3), verbose=0)
print(layer.scale.numpy())
