import keras
import numpy as np
from keras import ops


def whole(name, value):
    if not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(
            f"{name} takes whole numbers of at least 1; it got {value!r}"
        )
    return int(value)


def pair(name, value):
    sizes = value if isinstance(value, (list, tuple)) else (value, value)
    if len(sizes) != 2:
        raise ValueError(f"{name} takes one number or two; it got {value!r}")
    return tuple(whole(name, size) for size in sizes)


@keras.saving.register_keras_serializable(package="recipes")
class Conv2DFromOps(keras.layers.Layer):
    """A convolution over images, each step of which can be changed."""

    def __init__(
        self, filters, kernel_size, strides=1, padding="valid",
        data_format=None, dilation_rate=1, groups=1, activation=None,
        use_bias=True, kernel_initializer="glorot_uniform", **kwargs,
    ):
        super().__init__(**kwargs)
        data_format = data_format or keras.config.image_data_format()
        if data_format not in ("channels_last", "channels_first"):
            raise ValueError(f"there is no data_format {data_format!r}")
        if padding not in ("valid", "same"):
            raise ValueError(f"there is no padding {padding!r}")
        filters, groups = whole("filters", filters), whole("groups", groups)
        if filters % groups:
            raise ValueError(
                f"{filters} filters do not fall into {groups} equal groups"
            )
        self.filters = filters
        self.kernel_size = pair("kernel_size", kernel_size)
        self.strides = pair("strides", strides)
        self.padding = padding
        self.data_format = data_format
        self.dilation_rate = pair("dilation_rate", dilation_rate)
        self.groups = groups
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.input_spec = keras.layers.InputSpec(ndim=4)
        if max(self.strides) > 1 and max(self.dilation_rate) > 1:
            raise ValueError(
                f"strides {self.strides} and dilation_rate "
                f"{self.dilation_rate}: one of them must be 1"
            )

    def build(self, input_shape):
        last = self.data_format == "channels_last"
        channels = input_shape[-1 if last else 1]
        if not channels:
            raise ValueError(
                "the number of channels must be known; the input has the "
                f"shape {tuple(input_shape)}, {self.data_format}"
            )
        if channels % self.groups:
            raise ValueError(
                f"{channels} channels do not fall into {self.groups} equal "
                f"groups; the input has the shape {tuple(input_shape)}, "
                f"{self.data_format}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(*self.kernel_size, channels // self.groups, self.filters),
            initializer=self.kernel_initializer,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias", shape=(self.filters,), initializer="zeros"
            )
        self.input_spec = keras.layers.InputSpec(
            ndim=4, axes={-1 if last else 1: channels}
        )

    def used_kernel(self):
        return self.kernel

    def call(self, x):
        first = self.data_format == "channels_first"
        x = ops.moveaxis(x, 1, -1) if first else x
        y = ops.conv(
            x, self.used_kernel(), strides=self.strides, padding=self.padding,
            data_format="channels_last", dilation_rate=self.dilation_rate,
        )
        y = self.activation(y + self.bias if self.use_bias else y)
        return ops.moveaxis(y, -1, 1) if first else y

    def get_config(self):
        names = (
            "filters", "kernel_size", "strides", "padding", "data_format",
            "dilation_rate", "groups", "use_bias",
        )
        config = {name: getattr(self, name) for name in names}
        config["activation"] = keras.activations.serialize(self.activation)
        config["kernel_initializer"] = keras.initializers.serialize(
            self.kernel_initializer
        )
        return {**super().get_config(), **config}
