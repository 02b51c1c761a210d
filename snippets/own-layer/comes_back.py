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
        activation = keras.activations.serialize(self.activation)
        return {**base, "units": self.units, "activation": activation}


layer = Closeness(2)


def formula(x, prototypes):
    difference = np.expand_dims(x, 1) - prototypes
    return -(difference**2).sum(axis=-1)


@keras.saving.register_keras_serializable()
def third(x):
    return x / 3


x = np.ones((6, 3), dtype="float32")
kinds = (keras.activations.exponential, third)
for units, kind in zip((2, 4), kinds):
    for width in (3, 5):
        prototypes = np.random.default_rng(0).normal(size=(units, width))
        layer = Closeness(units, kind, name="mine", trainable=False)
        model = keras.Sequential([keras.Input((width,)), layer])
        model.set_weights([prototypes])
        model.save("model.keras")
        loaded = keras.models.load_model("model.keras")
        for batch in (6, 1):
            x = np.random.default_rng(1).normal(size=(batch, width))
            expected = kind(formula(x, prototypes))
            assert np.allclose(loaded(x), expected, atol=1e-4)
        assert loaded.layers[-1].name == "mine"
        assert loaded.layers[-1].trainable is False
        config = json.loads(json.dumps(layer.get_config()))
        assert config["units"] == units
print("passed")
