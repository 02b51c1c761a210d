import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class SqueezeExcite(keras.layers.Layer):
    """Weighs the channels of each image by what the whole image holds."""

    def __init__(self, ratio=4, data_format=None, **kwargs):
        super().__init__(**kwargs)
        data_format = data_format or keras.config.image_data_format()
        if data_format not in ("channels_last", "channels_first"):
            raise ValueError(f"there is no data_format {data_format!r}")
        self.ratio = ratio
        self.data_format = data_format
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        last = self.data_format == "channels_last"
        channels = input_shape[-1 if last else 1]
        self.space = (1, 2) if last else (2, 3)
        if not channels or self.ratio < 1 or channels % self.ratio:
            raise ValueError(
                f"SqueezeExcite squeezes {channels} channels by a ratio of "
                f"{self.ratio}, which must be one of their divisors; the "
                f"input has the shape {tuple(input_shape)}, {self.data_format}"
            )
        self.squeeze = keras.layers.Dense(
            channels // self.ratio, activation="relu", dtype=self.dtype_policy
        )
        self.excite = keras.layers.Dense(
            channels, activation="sigmoid", dtype=self.dtype_policy
        )
        self.squeeze.build((None, channels))
        self.excite.build((None, channels // self.ratio))

    def call(self, x):
        gate = self.excite(self.squeeze(ops.mean(x, axis=self.space)))
        return x * ops.expand_dims(gate, self.space)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"ratio": self.ratio, "data_format": self.data_format}
        return {**super().get_config(), **config}
