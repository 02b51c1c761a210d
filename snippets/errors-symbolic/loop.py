import keras
from keras import ops


class RowSum(keras.layers.Layer):
    def call(self, x):
        return ops.sum(x, axis=-1)


layer = RowSum()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
