import json

import keras


class MyActivation(keras.layers.Layer):
    def __init__(self, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, x):
        return self.activation(x)

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "activation": activation}


layer = MyActivation(keras.activations.relu)
x = keras.random.normal((6, 3), seed=0)
config = layer.get_config()
print(sorted(config))
print(f"{config['activation'] = }")

copy = MyActivation.from_config(json.loads(json.dumps(config)))
print(f"{copy.activation is layer.activation = }")
