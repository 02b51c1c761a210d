import keras
from keras import backend, ops


class Plain(keras.layers.Layer):
    def call(self, x):
        return x + 1.0


class Promoted(keras.layers.Layer):
    def call(self, x):
        return ops.add(x, ops.ones((3,)))


@keras.saving.register_keras_serializable(package="book")
class Shift(keras.layers.Layer):
    def call(self, x):
        return x + ops.ones((3,), dtype=self.compute_dtype)


x = keras.random.normal((6, 3), seed=0)
for kind in Plain, Promoted, Shift:
    layer = kind(dtype="mixed_float16")
    print(f"{kind.__name__:8} {backend.standardize_dtype(layer(x).dtype)}")
