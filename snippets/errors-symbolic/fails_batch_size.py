import keras
from keras import ops


class Pad(keras.layers.Layer):
    def call(self, x):
        zeros = ops.zeros((x.shape[0], 1))
        return ops.concatenate([x, zeros], axis=-1)


layer = Pad()
layer(keras.Input((3,)))
