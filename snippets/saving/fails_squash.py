import json
import numpy as np

import keras


class Squash(keras.layers.Layer):
    def __init__(self, limit=1.0, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return self.limit * self.activation(x * self.gain / self.limit)

    def get_config(self):
        return super().get_config()


layer = Squash(2.0)
x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")


@keras.saving.register_keras_serializable()
def third(x):
    return x / 3


kinds = (keras.activations.softsign, third)
for width, kind in zip((3, 5), kinds):
    layer = Squash(width / 2, kind, name="mine", trainable=False)
    gain = np.arange(width) + 1.0
    model = keras.Sequential([keras.Input((width,)), layer])
    model.set_weights([gain])
    model.save("model.keras")
    loaded = keras.models.load_model("model.keras")
    for batch in (4, 1):
        x = np.random.default_rng(0).normal(size=(batch, width))
        expected = width / 2 * kind(x * gain / (width / 2))
        assert np.allclose(loaded(x), expected, atol=1e-5)
    assert loaded.layers[-1].name == "mine"
    assert loaded.layers[-1].trainable is False
    json.dumps(layer.get_config())
print("passed")
