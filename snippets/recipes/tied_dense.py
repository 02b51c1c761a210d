import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class TiedDense(keras.layers.Layer):
    """Multiplies by the transposed weight of another layer."""

    def __init__(self, tied_to, activation=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(
            tied_to, (keras.layers.Dense, keras.layers.Embedding)
        ):
            raise TypeError(f"TiedDense can't be tied to a {type(tied_to)}")
        self.tied_to = tied_to
        self.check_plain()
        self.activation = keras.activations.get(activation)
        self.supports_masking = True

    def check_plain(self):
        if self.tied_to.quantization_mode:
            raise ValueError(
                f"TiedDense can't be tied to {self.tied_to.name}, whose weight "
                f"is quantized to {self.tied_to.quantization_mode}"
            )

    def table(self):
        if isinstance(self.tied_to, keras.layers.Embedding):
            return self.tied_to.embeddings
        return self.tied_to.kernel

    def build(self, input_shape):
        if not self.tied_to.built:
            raise ValueError(
                f"TiedDense is called before {self.tied_to.name}, which has "
                f"no weight yet; the input has the shape {tuple(input_shape)}"
            )
        rows, columns = self.table().shape
        if input_shape[-1] != columns:
            raise ValueError(
                f"TiedDense is tied to a weight of shape {(rows, columns)}, "
                f"so it takes {columns} features; the input has the shape "
                f"{tuple(input_shape)}"
            )
        self.bias = self.add_weight(
            shape=(rows,), initializer="zeros", name="bias"
        )

    def call(self, x):
        self.check_plain()
        table = ops.cast(self.table(), self.compute_dtype)
        return self.activation(ops.matmul(x, ops.transpose(table)) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.table().shape[0])

    def get_config(self):
        serialize = keras.saving.serialize_keras_object
        config = {
            "tied_to": serialize(self.tied_to),
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}

    @classmethod
    def from_config(cls, config):
        tied_to = keras.saving.deserialize_keras_object(config["tied_to"])
        return cls(**{**config, "tied_to": tied_to})
