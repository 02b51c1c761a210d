import keras
from inspect_layer import inspect_layer
from keras import ops


class Square(keras.layers.Layer):
    def call(self, x):
        return ops.mean(x * x, axis=-1, keepdims=True)


class WideSquare(keras.layers.Layer):
    def call(self, x):
        wide = ops.cast(x, "float32")
        return ops.cast(ops.mean(wide * wide, axis=-1, keepdims=True), x.dtype)


x = ops.array([[300.0, 1.0], [2.0, 3.0]])
for square in (Square, WideSquare):
    layer = square(dtype="mixed_float16", name="square")
    report = inspect_layer(layer, x)
    print(report.outputs["square"].tolist(), report.verdict, sep="\n")
