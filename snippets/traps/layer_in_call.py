import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(4, dtype=self.dtype_policy)
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


layer = Block()
x = keras.random.normal((6, 3), seed=0)
print(f"{bool(ops.all(layer(x) == layer(x))) = }")
print(f"{len(layer.weights) = }")
