import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Block(keras.layers.Layer):
    def call(self, x):
        return keras.layers.Dense(4)(x)


layer = Block()
x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == layer(x))) = }")
print(f"{len(layer.weights) = }")
