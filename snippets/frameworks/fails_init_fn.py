import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras


def init(rng, inputs):
    return {"kernel": jax.random.normal(rng, (inputs.shape[-1], 4))}


def project(params, inputs):
    return inputs @ params["kernel"]


layer = keras.layers.JaxLayer(project, init_fn=init)
layer(keras.random.normal((6, 3), seed=0))
