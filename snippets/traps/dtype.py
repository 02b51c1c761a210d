import keras
from keras import ops


class Winner(keras.layers.Layer):
    def call(self, x):
        return ops.argmax(x, axis=-1)

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape[:-1], dtype="int32")


layer = Winner()
x = keras.random.normal((6, 3), seed=0)
said = layer(keras.Input((3,)))
print(f"{said.dtype = }")
print(f"{keras.backend.standardize_dtype(layer(x).dtype) = }")
