import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="recipes")
class RotaryPosition(layers.Layer):
    """Turns each pair of features by an angle that grows with the position."""

    def __init__(self, base=10000, **kwargs):
        super().__init__(**kwargs)
        if not base > 0:
            raise ValueError(f"base must be greater than 0; it is {base}")
        self.base = base
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if len(input_shape) < 3 or not features or features % 2:
            raise ValueError(
                "RotaryPosition turns pairs of features; it needs the axes "
                "batch, step and feature, the last of even size; the input "
                f"has the shape {tuple(input_shape)}"
            )
        rates = self.base ** -(np.arange(0, features, 2) / features)
        self.rates = rates.astype("float32")
        self.input_spec = layers.InputSpec(min_ndim=3, axes={-1: features})

    def call(self, x, start=0):
        shape = tuple(getattr(start, "shape", ()))
        if shape:
            raise ValueError(
                "start is one whole number for all samples; it has the shape "
                f"{shape}"
            )
        x = ops.cast(x, self.compute_dtype)
        steps = ops.arange(ops.shape(x)[1], dtype="float32")
        places = steps + ops.cast(start, "float32")
        angle = ops.multiply(places[:, None], self.rates)
        size = [1, -1, *[1] * (len(x.shape) - 3), len(self.rates)]
        angle = ops.reshape(angle, size)
        sine = ops.cast(ops.sin(angle), x.dtype)
        cosine = ops.cast(ops.cos(angle), x.dtype)
        left, right = ops.split(x, 2, axis=-1)
        turned = left * cosine - right * sine, left * sine + right * cosine
        return ops.concatenate(turned, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "base": self.base}
