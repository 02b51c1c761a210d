import os

os.environ["KERAS_BACKEND"] = "jax"

import jax.numpy as jnp
import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        @ops.custom_gradient
        def scaled(x):
            def grad(upstream):
                return upstream * self.scale

            return x * self.scale, grad

        return scaled(x)


layer = Scale()
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3), layer])
model.compile("sgd", "mse")
model.fit(jnp.ones((6, 3)), jnp.zeros((6, 3)), verbose=0)
