import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
from flax import nnx
from keras import ops


class Gated(nnx.Module):
    def __init__(self, inputs, units, *, rngs):
        glorot = nnx.initializers.glorot_uniform()
        self.kernel = nnx.Param(glorot(rngs.params(), (inputs, units)))
        self.gate = nnx.Param(glorot(rngs.params(), (inputs, units)))

    def __call__(self, x):
        opened = nnx.sigmoid(x @ self.gate)
        return x @ self.kernel * opened


module = Gated(3, 4, rngs=nnx.Rngs(0))
graph, params = nnx.split(module, nnx.Param)


def call(params, inputs):
    return nnx.merge(graph, params)(inputs)


copies = jax.tree.map(jnp.copy, params)
layer = keras.layers.JaxLayer(call, params=copies)
x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == module(x))) = }")
model = keras.Sequential([keras.Input((3,)), layer])
model.compile("sgd", "mse")
model.fit(x, ops.ones((6, 4)), verbose=0)
print(f"{bool(ops.all(layer(x) == module(x))) = }")

trained = jax.tree.map(lambda weight: weight.value, layer.params)
nnx.update(module, trained)
print(f"{bool(ops.all(layer(x) == module(x))) = }")
