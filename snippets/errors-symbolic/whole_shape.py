import keras
from keras import ops


class Complement(keras.layers.Layer):
    def call(self, x):
        return ops.ones_like(x) - x


layer = Complement()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
