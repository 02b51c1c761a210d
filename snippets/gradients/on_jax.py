import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from keras import ops


@ops.custom_gradient
def scaled(x, scale):
    def grad(*args, upstream=None):
        print(f"{len(args) = }, {upstream is None = }")
        upstream = args[-1] if upstream is None else upstream
        return upstream * scale, ops.sum(upstream * x, axis=0)

    return x * scale, grad


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        return scaled(x, ops.copy(self.scale))

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Scale()
x = ops.convert_to_tensor([[1.0, 2.0, 3.0]])
layer.build(x.shape)


def total(x, scale):
    y, _ = layer.stateless_call([scale], [], x)
    return ops.sum(y)


for slope in jax.grad(total, argnums=(0, 1))(x, layer.scale.value):
    print(ops.convert_to_numpy(slope))
