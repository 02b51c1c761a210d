import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from keras import ops


def gated(params, inputs):
    opened = jax.nn.sigmoid(inputs @ params["gate"])
    return inputs @ params["kernel"] * opened


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
        return gated({"kernel": self.kernel.value, "gate": self.gate.value}, x)


model = keras.Sequential([keras.Input((3,)), Gated(4)])
x = keras.random.normal((6, 3), seed=0)
model.save("model.keras")
again = keras.models.load_model("model.keras")
print(f"{model.output_shape = }")
print(f"{bool(ops.all(again(x) == model(x))) = }")
