import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="recipes")
class TransformerDecoder(layers.Layer):
    """Lets each step of a sequence look at itself and at those before it."""

    def __init__(self, heads, hidden, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        sizes = heads, hidden
        counted = all(isinstance(each, (int, np.integer)) for each in sizes)
        if not counted or hidden < 1 or not 0 <= dropout < 1:
            raise ValueError(
                "TransformerDecoder needs whole numbers of heads and of hidden "
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
                f"TransformerDecoder gives each of its {self.heads} heads "
                f"a width of {width} / {self.heads}, which must be a whole "
                f"number; the input has the shape {tuple(input_shape)}"
            )
        policy = {"dtype": self.dtype_policy}
        size = width // self.heads
        heads = (None, self.heads, size)

        def per_head():
            dense = layers.EinsumDense(
                "bsf,fhd->bshd", heads, bias_axes="hd", **policy
            )
            dense.build(input_shape)
            return dense

        self.before = layers.LayerNormalization(epsilon=1e-6, **policy)
        self.query, self.key, self.value = per_head(), per_head(), per_head()
        self.join = layers.EinsumDense(
            "bshd,hdf->bsf", (None, width), bias_axes="f", **policy
        )
        self.between = layers.LayerNormalization(epsilon=1e-6, **policy)
        self.widen = layers.Dense(self.hidden, activation="gelu", **policy)
        self.narrow = layers.Dense(width, **policy)
        self.drop = layers.Dropout(self.dropout, **policy)
        self.before.build(input_shape)
        self.join.build((*input_shape[:-1], self.heads, size))
        self.between.build(input_shape)
        self.widen.build(input_shape)
        self.narrow.build((*input_shape[:-1], self.hidden))

    def call(self, x, mask=None, training=None):
        steps = ops.arange(ops.shape(x)[1], dtype="int32")
        seen = steps[None, None, :, None] >= steps
        if mask is not None:
            seen = ops.logical_and(seen, mask[:, None, None, :])
        y = self.before(x)
        return self.finish(x, y, self.key(y), self.value(y), seen, training)

    def finish(self, x, y, key, value, seen, training=None):
        y = ops.dot_product_attention(self.query(y), key, value, mask=seen)
        x = x + self.drop(self.join(y), training=training)
        y = self.narrow(self.widen(self.between(x)))
        return x + self.drop(y, training=training)

    def empty_cache(self, batch, length):
        if not self.built:
            raise ValueError(
                "call or build the TransformerDecoder before its empty_cache()"
            )
        size = self.query.kernel.shape[-1]
        shape = (2, batch, length, self.heads, size)
        return ops.zeros(shape, self.compute_dtype)

    def step(self, x, cache, place):
        """The output for the step at `place`, and the cache with it."""
        length = cache.shape[2]
        known = isinstance(place, (int, np.integer))
        outside = known and place not in range(length)
        if x.shape[1] != 1 or outside:
            raise ValueError(
                f"step() takes one step, at a place from 0 to {length - 1}; "
                f"it got {x.shape[1]} steps, at place={place}"
            )
        x = ops.cast(x, self.compute_dtype)
        y = self.before(x)
        new = ops.stack([self.key(y), self.value(y)])
        cache = ops.slice_update(cache, (0, 0, place, 0, 0), new)
        steps = ops.arange(ops.shape(cache)[2], dtype="int32")
        seen = (steps <= ops.cast(place, "int32"))[None, None, None, :]
        return self.finish(x, y, cache[0], cache[1], seen), cache

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "heads": self.heads,
            "hidden": self.hidden,
            "dropout": self.dropout,
        }
        return {**super().get_config(), **config}
