import keras


@keras.saving.register_keras_serializable(package="recipes")
class ResidualUnit(keras.layers.Layer):
    """Two convolutions, and a path around them."""

    def __init__(self, filters, strides=1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(
                "strides is one whole number of at least 1 for height and "
                f"width; it is {strides}"
            )
        self.filters = filters
        self.strides = strides
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        channels = input_shape[-1]
        if len(input_shape) != 4 or not channels:
            raise ValueError(
                f"an input of the shape {tuple(input_shape)}: images have 4 "
                "axes, (batch, height, width, channels), with known channels"
            )

        def conv(size, strides):
            return keras.layers.Conv2D(
                self.filters, size, strides, padding="same", use_bias=False,
                data_format="channels_last", dtype=self.dtype_policy,
            )

        def norm():
            return keras.layers.BatchNormalization(dtype=self.dtype_policy)

        self.main = [conv(3, self.strides), norm(), conv(3, 1), norm()]
        self.around = []
        if self.strides != 1 or channels != self.filters:
            self.around = [conv(1, self.strides), norm()]
        for path in (self.main, self.around):
            shape = input_shape
            for layer in path:
                layer.build(shape)
                shape = layer.compute_output_shape(shape)

    def call(self, x, training=None):
        first, first_norm, second, second_norm = self.main
        y = self.activation(first_norm(first(x), training=training))
        y = second_norm(second(y), training=training)
        if self.around:
            project, norm = self.around
            x = norm(project(x), training=training)
        return self.activation(x + y)

    def compute_output_shape(self, input_shape):
        batch, *sizes, _ = input_shape
        sizes = [n and -(-n // self.strides) for n in sizes]
        return (batch, *sizes, self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "strides": self.strides,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
