import keras
from inspect_layer import inspect_layer
from keras import ops


class Length(keras.layers.Layer):
    def call(self, x):
        return ops.sqrt(ops.sum(x**2, axis=-1, keepdims=True))


class SafeLength(keras.layers.Layer):
    def call(self, x):
        square = ops.sum(x**2, axis=-1, keepdims=True)
        zero = square == 0
        return ops.where(zero, 0.0, ops.sqrt(ops.where(zero, 1.0, square)))


x = ops.concatenate([keras.random.normal((6, 3), seed=0), ops.zeros((2, 3))])
for length in (Length, SafeLength):
    dense = keras.layers.Dense(4, use_bias=False, name="wide")
    model = keras.Sequential([dense, length(name="length")], name="model")
    print(inspect_layer(model, x).verdict)
