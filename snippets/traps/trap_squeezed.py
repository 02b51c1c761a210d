import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class DropAxis(keras.layers.Layer):
    def call(self, x):
        return ops.squeeze(x)


layer = DropAxis()
x = keras.random.normal((6, 1, 3), seed=0)
for rows in 6, 1:
    print(tuple(x[:rows].shape), tuple(layer(x[:rows]).shape))
