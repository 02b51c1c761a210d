import keras
import numpy as np
from conv2d_from_ops import Conv2DFromOps


@keras.saving.register_keras_serializable(package="recipes")
class Halving(Conv2DFromOps):
    def __init__(self, filters=6, **kwargs):
        base = {"kernel_size": 3, "strides": 2, "padding": "same"}
        super().__init__(filters, **{**base, **kwargs})

    def compute_output_shape(self, input_shape):
        batch, height, width, _ = input_shape
        return (batch, height // 2, width // 2, self.filters)


layer = Halving()
x = np.ones((2, 9, 8, 4), "float32")
print(f"{layer.compute_output_shape(x.shape) = }")
print(f"{tuple(layer(x).shape) = }")
