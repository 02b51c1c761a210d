import keras
import numpy as np


class Exp(keras.layers.Layer):
    def call(self, x):
        return np.exp(x)


layer = Exp()
layer(keras.Input((3,)))
