import json

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="book")
class Project(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "units": self.units, "activation": activation}


layer = Project(4, "relu", name="eyes", trainable=False)
assert layer.name == "eyes"
assert layer.trainable is False
json.dumps(layer.get_config())


@keras.saving.register_keras_serializable()
def third(x):
    return x / 3


for shape, kind in [((6, 3), keras.activations.tanh), ((2, 7, 5), third)]:
    layer = Project(4, kind)
    x = np.random.normal(size=shape).astype("float32")
    kernel = np.random.normal(size=(shape[-1], 4)).astype("float32")
    model = keras.Sequential([keras.Input(shape[1:]), layer])
    assert model.output_shape == (None, *shape[1:-1], 4)
    assert len(layer.trainable_weights) == 1
    layer.set_weights([kernel])
    right = kind(x @ kernel)
    assert np.allclose(model(x), right, atol=1e-5)
    model.save("model.keras")
    loaded = keras.models.load_model("model.keras")
    assert np.allclose(loaded(x), right, atol=1e-5)
print("passed")
