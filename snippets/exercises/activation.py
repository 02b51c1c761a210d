import json
import keras
import numpy as np
from contract import check_layer
from keras import ops


class Bend(keras.layers.Layer):
    def __init__(self, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {**super().get_config(), "activation": activation}

    def call(self, x):
        return self.activation(x)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Bend("tanh")
x = keras.random.normal((6, 3), seed=0)
check_layer(Bend, {"activation": "tanh"}, (3,), reference=np.tanh)
check_layer(Bend, {"activation": "elu"}, (5,))
assert ops.all(Bend(ops.tanh)(x) == layer(x)) and ops.all(Bend()(x) == x)


@keras.saving.register_keras_serializable()
def third(x):
    return x / 3


for given in "tanh", keras.activations.tanh, third:
    config = json.loads(json.dumps(Bend(given).get_config()))
    assert ops.all(Bend.from_config(config)(x) == Bend(given)(x))
print("passed")
