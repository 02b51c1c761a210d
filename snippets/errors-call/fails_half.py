import keras


class Shift(keras.layers.Layer):
    def call(self, x):
        return x + keras.ops.ones((3,))


layer = Shift(dtype="mixed_float16")
layer(keras.random.normal((6, 3), seed=0))
