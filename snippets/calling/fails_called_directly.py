import keras
import numpy as np


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        dtype = keras.backend.standardize_dtype(x.dtype)
        print(f"{keras.ops.is_tensor(x) = }, {dtype = }")
        return keras.ops.matmul(x, self.kernel)


x = np.ones((6, 3))
layer = MyDense(4)
layer(x)
layer = MyDense(4)
layer.call(x)
