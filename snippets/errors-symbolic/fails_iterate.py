import keras
from keras import ops


class ScaleRows(keras.layers.Layer):
    def call(self, x):
        return ops.stack([row / ops.max(row) for row in x])


layer = ScaleRows()
layer(keras.Input((3,)))
