import keras
from keras import ops


class Pad(keras.layers.Layer):
    def call(self, x):
        zeros = ops.zeros((ops.shape(x)[0], 1), dtype=self.compute_dtype)
        return ops.concatenate([x, zeros], axis=-1)


layer = Pad()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
