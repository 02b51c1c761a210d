import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class HalfNorm(keras.layers.Layer):
    def call(self, x):
        square = ops.mean(ops.square(x), axis=-1, keepdims=True)
        return x * ops.rsqrt(square + 1e-8)


x = np.array([[3, -3], [300, -300], [0, 0]], "float32")
for dtype in ("float32", "mixed_float16"):
    layer = HalfNorm(dtype=dtype)
    print(ops.convert_to_numpy(layer(x)))
