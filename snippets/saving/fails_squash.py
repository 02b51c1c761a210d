import numpy as np

import keras
from keras import ops


class Squash(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return self.limit * ops.tanh(x * self.gain / self.limit)

    def get_config(self):
        return super().get_config()


layer = Squash(2.0)
x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
for width in (3, 5):
    layer, gain = Squash(width / 2, name="mine"), np.arange(width) + 1.0
    model = keras.Sequential([keras.Input((width,)), layer])
    model.set_weights([gain])
    model.save("model.keras")
    loaded = keras.models.load_model("model.keras")
    for batch in (4, 1):
        x = np.random.default_rng(0).normal(size=(batch, width))
        expected = width / 2 * np.tanh(x * gain / (width / 2))
        assert np.allclose(loaded(x), expected, atol=1e-5)
    assert loaded.layers[-1].name == "mine"
print("passed")
