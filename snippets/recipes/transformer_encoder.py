import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="recipes")
class TransformerEncoder(layers.Layer):
    """Lets each step of a sequence look at all others, then at itself."""

    def __init__(self, heads, hidden, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        sizes = heads, hidden
        counted = all(isinstance(each, (int, np.integer)) for each in sizes)
        if not counted or hidden < 1 or not 0 <= dropout < 1:
            raise ValueError(
                "TransformerEncoder needs whole numbers of heads and of hidden "
                "units, at least one unit, and a dropout from 0 to below 1; "
                f"it has heads={heads}, hidden={hidden}, dropout={dropout}"
            )
        self.heads = int(heads)
        self.hidden = int(hidden)
        self.dropout = dropout
        self.supports_masking = True
        self.input_spec = layers.InputSpec(ndim=3)

    def build(self, input_shape):
        width = input_shape[-1]
        if not width or self.heads < 1 or width % self.heads:
            raise ValueError(
                f"TransformerEncoder gives each of its {self.heads} heads "
                f"a width of {width} / {self.heads}, which must be a whole "
                f"number; the input has the shape {tuple(input_shape)}"
            )
        policy = {"dtype": self.dtype_policy}
        self.before = layers.LayerNormalization(epsilon=1e-6, **policy)
        self.attention = layers.MultiHeadAttention(
            self.heads, width // self.heads, dropout=self.dropout, **policy
        )
        self.between = layers.LayerNormalization(epsilon=1e-6, **policy)
        self.widen = layers.Dense(self.hidden, activation="gelu", **policy)
        self.narrow = layers.Dense(width, **policy)
        self.drop = layers.Dropout(self.dropout, **policy)
        self.before.build(input_shape)
        self.attention.build(input_shape, input_shape)
        self.between.build(input_shape)
        self.widen.build(input_shape)
        self.narrow.build((*input_shape[:-1], self.hidden))

    def call(self, x, mask=None, training=None):
        keys = None if mask is None else ops.expand_dims(mask, 1)
        y = self.before(x)
        y = self.attention(y, y, attention_mask=keys, training=training)
        x = x + self.drop(y, training=training)
        y = self.narrow(self.widen(self.between(x)))
        return x + self.drop(y, training=training)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "heads": self.heads,
            "hidden": self.hidden,
            "dropout": self.dropout,
        }
        return {**super().get_config(), **config}
