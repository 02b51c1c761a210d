import numpy as np

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Contrast(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.amount = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        mean = ops.mean(x, axis=-1, keepdims=True)
        return mean + self.amount * (x - mean)


def formula(x, amount):
    mean = x.mean(axis=-1, keepdims=True)
    return mean + amount * (x - mean)


layer, amount = Contrast(), np.array([1.0, 2.0, 3.0])
x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), layer])
layer.set_weights([amount])
assert model.output_shape == (None, 3)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
np.testing.assert_allclose(loaded(x), formula(x, amount), atol=1e-5)
print(f"{type(loaded.layers[-1]).__name__} came back")
