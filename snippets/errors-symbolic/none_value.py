import keras
from keras import ops


class HidePadding(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return x
        return x * ops.cast(mask, x.dtype)


layer = HidePadding()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
