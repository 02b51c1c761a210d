import keras
import numpy as np
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


def formula(x, wq, bq, wk, bk, wv, bv):
    query, key, value = x @ wq + bq, x @ wk + bk, x @ wv + bv
    scores = np.exp(query @ key.swapaxes(1, 2) / query.shape[-1] ** 0.5)
    return scores / scores.sum(-1, keepdims=True) @ value


for units, shape in (4, (5, 3)), (2, (4, 6)):
    check_layer(Attention, {"units": units}, shape, reference=formula)
turned = ops.flip(layer(ops.flip(x, axis=1)), axis=1)
assert float(ops.max(ops.abs(turned - layer(x)))) < 1e-5
print("passed")
