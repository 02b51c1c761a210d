import keras
from keras import ops


class ShapeOnly(keras.layers.Layer):
    def call(self, x):
        return ops.argmax(x, axis=-1)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1])


class Inferred(keras.layers.Layer):
    def call(self, x):
        return ops.argmax(x, axis=-1)


@keras.saving.register_keras_serializable(package="book")
class Winner(ShapeOnly):
    def compute_output_spec(self, x):
        shape = self.compute_output_shape(x.shape)
        return keras.KerasTensor(shape, dtype="int32")


x = keras.random.normal((6, 3), seed=0)
for kind in ShapeOnly, Inferred, Winner:
    layer = kind()
    spec = layer(keras.Input((3,)))
    real = keras.backend.standardize_dtype(layer(x).dtype)
    print(f"{kind.__name__:9} {spec.shape}, {spec.dtype}; really {real}")
