import keras


class Shift(keras.layers.Layer):
    def call(self, x):
        return x + keras.ops.ones((3,), dtype=self.compute_dtype)


layer = Shift(dtype="mixed_float16")
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
