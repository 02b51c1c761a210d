import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Residual(keras.layers.Layer):
    inner = keras.layers.Dense(3)

    def call(self, x):
        return x + self.inner(x)


layer, other = Residual(), Residual()
x = ops.ones((6, 3))
layer(x), other(x)
print(f"{layer.inner is other.inner = }")
print(f"{len(layer.weights) = }")
