import keras
from keras import ops


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.plain = keras.layers.Dense(4)
        self.told = keras.layers.Dense(4, dtype=self.dtype_policy)

    def call(self, x):
        return self.plain(x), self.told(x)


block = Block(dtype="float64")
for y in block(keras.random.normal((6, 3), seed=0)):
    print(keras.backend.standardize_dtype(y.dtype))
