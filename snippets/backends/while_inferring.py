import keras
from keras import ops


class Flat(keras.layers.Layer):
    def call(self, x):
        print("call sees:", tuple(x.shape))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2]))


layer = Flat()
print("announced:", layer(keras.Input((3, 2))).shape)
x = ops.ones((6, 3, 2))
print("computed:", ops.shape(layer(x)))
