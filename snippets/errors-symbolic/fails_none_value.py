import keras
from keras import ops


class HidePadding(keras.layers.Layer):
    def call(self, x, mask=None):
        return x * ops.cast(mask, x.dtype)


layer = HidePadding()
layer(keras.Input((3,)))
