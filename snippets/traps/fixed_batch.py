import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyFlatten(keras.layers.Layer):
    def call(self, x):
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2]))


layer = MyFlatten()
x = keras.random.normal((6, 2, 3), seed=0)
for rows in 6, 3:
    print(tuple(x[:rows].shape), tuple(layer(x[:rows]).shape))
