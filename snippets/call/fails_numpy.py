import keras
import numpy as np


class Exponential(keras.layers.Layer):
    def call(self, x):
        return np.exp(x)


layer = Exponential()
x = keras.random.normal((6, 3), seed=0)
print(f"{type(layer(x)).__name__ = }")
layer(keras.Input((3,)))
