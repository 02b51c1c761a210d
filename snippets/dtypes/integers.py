import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Ids(keras.layers.Layer):
    def call(self, x):
        return ops.cast(x, "int32")


@keras.saving.register_keras_serializable(package="book")
class ExactIds(Ids):
    def __init__(self, **kwargs):
        super().__init__(autocast=False, **kwargs)


for kind in Ids, ExactIds:
    for dtype in "int32", "float32":
        x = ops.array([2049, 2051], dtype=dtype)
        layer = kind(dtype="mixed_float16")
        print(f"{kind.__name__:8} {dtype:7} {ops.convert_to_numpy(layer(x))}")
