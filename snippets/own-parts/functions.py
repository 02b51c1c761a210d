import keras
import numpy as np
from keras import ops

book = keras.saving.register_keras_serializable(package="book")


@book
def halves(shape, dtype=None):
    return ops.full(shape, 0.5, dtype=dtype)


@book
def absolute(weight):
    return 0.1 * ops.sum(ops.abs(weight))


@book
def at_most_one(weight):
    return ops.clip(weight, -1, 1)


@book
def gate(x):
    return x * ops.sigmoid(x)


x = keras.random.normal((6, 3), seed=0)
layer = keras.layers.Dense(
    4, activation=gate, kernel_initializer=halves,
    kernel_regularizer=absolute, kernel_constraint=at_most_one)
model = keras.Sequential([keras.Input((3,)), layer])
print(f"{float(layer.losses[0]) = :.2f}")
model.save("model.keras")
loaded = keras.models.load_model("model.keras").layers[0]
print(loaded.activation.__name__, loaded.kernel_initializer.__name__)
print(f"{np.allclose(loaded(x), layer(x)) = }")
