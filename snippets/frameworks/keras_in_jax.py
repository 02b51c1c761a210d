import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Gated(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.gate = self.add_weight(shape=shape, name="gate")

    def call(self, x):
        opened = ops.sigmoid(ops.matmul(x, self.gate))
        return ops.matmul(x, self.kernel) * opened

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


layer = Gated(4)
layer.build((None, 3))
x = keras.random.normal((6, 3), seed=0)


def loss_of(weights, x):
    y, _ = layer.stateless_call(weights, [], x)
    return jnp.mean((y - 1) ** 2)


@jax.jit
def step(weights, x):
    loss, slopes = jax.value_and_grad(loss_of)(weights, x)
    return [w - 0.5 * s for w, s in zip(weights, slopes)], loss


weights = [weight.value for weight in layer.trainable_variables]
losses = []
for epoch in range(20):
    weights, loss = step(weights, x)
    losses.append(loss)
print(f"{bool(losses[-1] < losses[0]) = }")
print(f"{bool((layer.kernel.value == weights[0]).all()) = }")
layer.set_weights(weights)
print(f"{bool((layer.kernel.value == weights[0]).all()) = }")

frozen = jax.jit(lambda x: layer(x))
before = frozen(x)
layer.kernel.assign(0 * layer.kernel)
print(f"{bool((layer(x) == 0).all()) = }")
print(f"{bool((frozen(x) == before).all()) = }")
