import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Inferred(keras.layers.Layer):
    def call(self, x):
        return ops.reshape(x, (-1, x.shape[1], 2, x.shape[2] // 2))


@keras.saving.register_keras_serializable(package="book")
class Asked(keras.layers.Layer):
    def call(self, x):
        rows, length, _ = ops.shape(x)
        return ops.reshape(x, (rows, length, 2, x.shape[2] // 2))


x = keras.random.normal((6, 5, 4), seed=0)
for layer in Inferred(), Asked():
    print(tuple(layer(x).shape), layer(keras.Input((5, 4))).shape)
print(layer(keras.Input((None, 4))).shape)
