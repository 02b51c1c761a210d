import keras
from keras import ops


class Shift(keras.layers.Layer):
    def call(self, x):
        return x + ops.ones((3,), dtype=self.compute_dtype)


layer = Shift(dtype="mixed_float16")
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).dtype)
