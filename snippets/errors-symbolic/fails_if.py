import keras
from keras import ops


class Positive(keras.layers.Layer):
    def call(self, x):
        if ops.sum(x) > 0:
            return x
        return -x


layer = Positive()
layer(keras.Input((3,)))
