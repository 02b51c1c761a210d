import keras
import numpy as np
from keras import ops


def positive(epsilon):
    if not epsilon > 0:
        raise ValueError(f"epsilon must be greater than 0; it is {epsilon}")
    return epsilon


def exact(x):
    return ops.cast(x, keras.backend.result_type(x.dtype, "float32"))


@keras.saving.register_keras_serializable(package="recipes")
class RMSNorm(keras.layers.Layer):
    """Divides each vector by the root of its mean square."""

    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = positive(epsilon)
        self.supports_masking = True

    def build(self, input_shape):
        if not input_shape[-1]:
            raise ValueError(
                "RMSNorm has a scale for each value of a vector, and the "
                f"shape {tuple(input_shape)} does not tell how many"
            )
        self.scale = self.add_weight(
            name="scale", shape=input_shape[-1:], initializer="ones",
            autocast=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: input_shape[-1]}
        )

    def call(self, x):
        wide = exact(x)
        square = ops.mean(ops.square(wide), axis=-1, keepdims=True)
        y = wide * ops.rsqrt(square + self.epsilon)
        return ops.cast(ops.multiply(y, self.scale), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}


def mean_of(x, kept):
    if kept is None:
        return ops.mean(x, axis=(1, 3), keepdims=True)
    total = ops.sum(ops.where(kept, x, 0), axis=(1, 3), keepdims=True)
    steps = ops.sum(ops.cast(kept, x.dtype), axis=1, keepdims=True)
    return total / ops.maximum(steps * x.shape[-1], 1)


@keras.saving.register_keras_serializable(package="recipes")
class GroupNorm(keras.layers.Layer):
    """Gives each group of channels of a sample the mean 0 and variance 1."""

    def __init__(self, groups=8, data_format=None, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        data_format = data_format or keras.config.image_data_format()
        if data_format not in ("channels_last", "channels_first"):
            raise ValueError(f"there is no data_format {data_format!r}")
        if not isinstance(groups, (int, np.integer)) or groups < 1:
            raise ValueError(
                f"groups must be a whole number of at least 1; it is {groups}"
            )
        self.groups = groups
        self.data_format = data_format
        self.epsilon = positive(epsilon)
        self.supports_masking = True

    def build(self, input_shape):
        last = self.data_format == "channels_last"
        channels = input_shape[-1 if last else 1]
        if not channels or channels % self.groups:
            raise ValueError(
                f"{channels} channels do not fall into {self.groups} equal "
                f"groups; the input has the shape {tuple(input_shape)}, "
                f"{self.data_format}"
            )
        self.channels = channels
        self.gamma = self.add_weight(
            name="gamma", shape=(channels,), initializer="ones",
            autocast=False,
        )
        self.beta = self.add_weight(
            name="beta", shape=(channels,), initializer="zeros",
            autocast=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1 if last else 1: channels}
        )

    def call(self, x, mask=None):
        first = self.data_format == "channels_first"
        wide = exact(ops.moveaxis(x, 1, -1) if first else x)
        shape = ops.shape(wide)
        size = self.channels // self.groups
        grouped = ops.reshape(wide, (shape[0], -1, self.groups, size))
        kept = None if mask is None else mask[:, :, None, None]
        centered = grouped - mean_of(grouped, kept)
        variance = mean_of(ops.square(centered), kept)
        y = centered * ops.rsqrt(variance + self.epsilon)
        y = ops.multiply(ops.reshape(y, shape), self.gamma)
        y = ops.add(y, self.beta)
        y = ops.moveaxis(y, -1, 1) if first else y
        return ops.cast(y, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        names = ("groups", "data_format", "epsilon")
        config = {name: getattr(self, name) for name in names}
        return {**super().get_config(), **config}
