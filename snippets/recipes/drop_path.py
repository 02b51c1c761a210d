import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class DropPath(keras.layers.Layer):
    """Drops whole samples while training, and enlarges the others."""

    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(
                f"rate is {rate}; it must be 0 or more, and less than 1"
            )
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, x, training=None):
        if not training or self.rate == 0:
            return x
        one_each = (ops.shape(x)[0], *(1 for _ in x.shape[1:]))
        kept = keras.random.uniform(
            one_each, dtype="float32", seed=self.generator
        ) >= self.rate
        return ops.where(kept, x / (1 - self.rate), ops.zeros_like(x))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}
