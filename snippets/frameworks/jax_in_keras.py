import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from keras import ops


def init(key, inputs, units):
    glorot = jax.nn.initializers.glorot_uniform()
    first, second = jax.random.split(key)
    return {
        "kernel": glorot(first, (inputs, units)),
        "gate": glorot(second, (inputs, units))}


def gated(params, inputs):
    opened = jax.nn.sigmoid(inputs @ params["gate"])
    return inputs @ params["kernel"] * opened


def make():
    layer = keras.layers.JaxLayer(gated, params=init(jax.random.key(0), 3, 4))
    return keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])


model = make()
layer = model.layers[0]
x = keras.random.normal((6, 3), seed=0)
before = init(jax.random.key(0), 3, 4)
print(f"{bool(ops.all(layer(x) == gated(before, x))) = }")
print(f"{len(layer.trainable_weights) = }")
model.compile("sgd", "mse")
model.fit(x, ops.ones((6, 1)), verbose=0)
print(f"{bool(ops.all(layer.params['kernel'] == before['kernel'])) = }")

model.save_weights("model.weights.h5")
again = make()
again.load_weights("model.weights.h5")
print(f"{bool(ops.all(again(x) == model(x))) = }")
