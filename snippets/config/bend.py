import json
import keras
import numpy as np


class Bend(keras.layers.Layer):
    def __init__(self, activation=None, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)
        self.factor = factor

    def call(self, x):
        return self.factor * self.activation(x)

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "activation": activation, "factor": self.factor}


layer = Bend(keras.activations.tanh, 3.0, name="bent", trainable=False)


@keras.saving.register_keras_serializable()
def third(x):
    return x / 3


config = json.loads(json.dumps(layer.get_config()))
copy = Bend.from_config(config)
assert copy.name == "bent"
assert copy.trainable is False
for rows, columns in [(6, 3), (2, 5)]:
    x = np.random.normal(size=(rows, columns)).astype("float32")
    assert np.allclose(copy(x), 3.0 * np.tanh(x), atol=1e-5)
    for factor in [2.5, 0.5]:
        other = Bend.from_config(Bend("relu", factor).get_config())
        assert np.allclose(other(x), factor * np.maximum(x, 0))
    config = json.loads(json.dumps(Bend(third).get_config()))
    assert np.allclose(Bend.from_config(config)(x), x / 3, atol=1e-5)
print("passed")
