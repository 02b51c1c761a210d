import json

import keras


class Bend(keras.layers.Layer):
    def __init__(self, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, x):
        return self.activation(x)

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "activation": activation}


layer = Bend(keras.activations.relu)
x = keras.random.normal((6, 3), seed=0)
text = json.dumps(layer.get_config())
print(f"{json.loads(text)['activation'] = }")
copy = Bend.from_config(json.loads(text))
print(f"{copy.activation is layer.activation = }")
