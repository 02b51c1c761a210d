import keras
from keras import ops


class Complement(keras.layers.Layer):
    def call(self, x):
        return ops.ones(x.shape) - x


layer = Complement()
layer(keras.Input((3,)))
