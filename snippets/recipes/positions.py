import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable(package="recipes")
class TokenAndPosition(layers.Layer):
    """Adds to the embedding of each token an encoding of its position."""

    def __init__(self, vocabulary, width, base=10000, **kwargs):
        super().__init__(autocast=False, **kwargs)
        if width < 2 or width % 2:
            raise ValueError(
                "TokenAndPosition pairs a sine with a cosine, so its width "
                f"must be even; it is {width}"
            )
        if not base > 0:
            raise ValueError(f"base must be greater than 0; it is {base}")
        self.vocabulary = vocabulary
        self.width = width
        self.base = base
        self.input_spec = layers.InputSpec(ndim=2)
        self.embedding = layers.Embedding(
            vocabulary, width, mask_zero=True, dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.embedding.build(input_shape)

    def call(self, tokens, start=0):
        x = self.embedding(tokens) * self.width**0.5
        steps = ops.arange(ops.shape(tokens)[1], dtype="int32")
        encoding = self.encode(steps + ops.cast(start, "int32"))
        return x + ops.cast(encoding, x.dtype)

    def encode(self, places):
        """The encoding of positions, a row for each."""
        pairs = np.arange(self.width // 2) * 2 / self.width
        rates = (self.base**-pairs).astype("float32")
        places = ops.cast(places, "float32")
        angles = ops.multiply(places[:, None], rates)
        encoding = ops.stack([ops.sin(angles), ops.cos(angles)], axis=-1)
        return ops.reshape(encoding, (-1, self.width))

    def compute_mask(self, tokens, mask=None):
        return self.embedding.compute_mask(tokens)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.width)

    def get_config(self):
        config = {
            "vocabulary": self.vocabulary,
            "width": self.width,
            "base": self.base,
        }
        return {**super().get_config(), **config}
