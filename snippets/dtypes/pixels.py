import keras
from keras import backend, ops


class Divided(keras.layers.Layer):
    def call(self, x):
        return x / 255


@keras.saving.register_keras_serializable(package="book")
class Pixels(keras.layers.Layer):
    def call(self, x):
        return ops.cast(x, self.compute_dtype) / 255


for kind in Divided, Pixels:
    layer = kind(dtype="mixed_float16")
    for dtype in "uint8", "int32":
        x = ops.array([[0, 51], [102, 255]], dtype=dtype)
        after = backend.standardize_dtype(layer(x).dtype)
        print(f"{kind.__name__:7} {dtype:5} {after}")
