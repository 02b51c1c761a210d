import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class LoRA(keras.layers.Layer):
    """Freezes a dense layer, and learns an update of low rank for it."""

    def __init__(self, dense, rank=4, alpha=None, **kwargs):
        super().__init__(**kwargs)
        theirs = getattr(type(dense), "call", None)
        if theirs is not keras.layers.Dense.call:
            raise TypeError(
                "LoRA computes what the call() of Dense does, not that of a "
                f"{type(dense)}"
            )
        self.check_plain(dense)
        if not isinstance(rank, int) or rank < 1:
            raise ValueError(f"rank must be an integer from 1 on, not {rank!r}")
        self.dense = dense
        self.dense.trainable = False
        self.rank = rank
        self.alpha = rank if alpha is None else alpha
        self.supports_masking = True

    def check_plain(self, dense):
        if dense.quantization_mode or dense.lora_enabled:
            raise ValueError(
                f"LoRA updates a plain kernel; {dense.name} has the mode "
                f"quantization_mode={dense.quantization_mode}, "
                f"lora_enabled={dense.lora_enabled}"
            )

    @property
    def trainable(self):
        return super().trainable

    @trainable.setter
    def trainable(self, value):
        keras.layers.Layer.trainable.fset(self, value)
        self.dense.trainable = False

    def build(self, input_shape):
        if not self.dense.built:
            self.dense.build(input_shape)
        rows, columns = self.dense.kernel.shape
        if input_shape[-1] != rows:
            raise ValueError(
                f"LoRA has a kernel of shape {(rows, columns)}, so it takes "
                f"{rows} features; the input has the shape "
                f"{tuple(input_shape)}"
            )
        if self.rank > min(rows, columns):
            raise ValueError(
                f"LoRA can't update a kernel of shape {(rows, columns)} by a "
                f"rank of {self.rank}; a rank is from 1 to "
                f"{min(rows, columns)}"
            )
        self.down = self.add_weight(
            shape=(rows, self.rank), initializer="he_uniform", name="down"
        )
        self.up = self.add_weight(
            shape=(self.rank, columns), initializer="zeros", name="up"
        )

    def call(self, x):
        self.check_plain(self.dense)
        low = ops.matmul(x, self.down) * (self.alpha / self.rank)
        kernel = ops.cast(self.dense.kernel, self.compute_dtype)
        y = ops.matmul(x, kernel) + ops.matmul(low, self.up)
        if self.dense.use_bias:
            y = y + ops.cast(self.dense.bias, self.compute_dtype)
        return self.dense.activation(y)

    def merged(self):
        """A plain dense layer that answers alike."""
        self.check_plain(self.dense)
        config = {**self.dense.get_config(), "trainable": True}
        dense = type(self.dense).from_config(config)
        dense.build((None, self.dense.kernel.shape[0]))
        update = ops.matmul(self.down, self.up) * (self.alpha / self.rank)
        dense.kernel.assign(self.dense.kernel + update)
        if dense.use_bias:
            dense.bias.assign(self.dense.bias)
        return dense

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.dense.units)

    def get_config(self):
        config = {
            "dense": keras.saving.serialize_keras_object(self.dense),
            "rank": self.rank,
            "alpha": self.alpha,
        }
        return {**super().get_config(), **config}

    @classmethod
    def from_config(cls, config):
        dense = keras.saving.deserialize_keras_object(config["dense"])
        return cls(**{**config, "dense": dense})
