import keras
from keras import ops


class Exp(keras.layers.Layer):
    def call(self, x):
        return ops.exp(x)


layer = Exp()
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
