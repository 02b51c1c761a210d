import keras
from keras import ops


class AddAxis(keras.layers.Layer):
    def call(self, x):
        return ops.reshape(x, (-1, x.shape[1], 1))


layer = AddAxis()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
