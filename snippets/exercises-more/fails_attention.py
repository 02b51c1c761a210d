import keras
from contract import check_layer
from keras import ops


class Attention(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.query = keras.layers.Dense(units)
        self.key = keras.layers.Dense(units)
        self.value = keras.layers.Dense(units)

    def build(self, input_shape):
        for inner in self.query, self.key, self.value:
            inner.build(input_shape)

    def call(self, x):
        raise NotImplementedError("softmax(query @ key.T / scale) @ value")

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


layer = Attention(4)
x = keras.random.normal((6, 5, 3), seed=0)
check_layer(Attention, {"units": 4}, (5, 3))
turned = ops.flip(layer(ops.flip(x, axis=1)), axis=1)
assert float(ops.max(ops.abs(turned - layer(x)))) < 1e-5
print("passed")
