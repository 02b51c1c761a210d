import keras
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Sampling(keras.layers.Layer):
    """Draws from a Gaussian, and adds its distance from the standard one."""

    def __init__(self, weight=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.weight = weight
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def build(self, mean_shape, log_variance_shape):
        self.check_shapes(tuple(mean_shape), tuple(log_variance_shape))

    def check_shapes(self, mean, log_variance):
        sizes = [{*pair} - {None} for pair in zip(mean, log_variance)]
        if len(mean) != len(log_variance) or any(len(s) > 1 for s in sizes):
            raise ValueError(
                "Sampling needs a variance for each mean; the means have the "
                f"shape {mean}, the logarithms of the variances have the "
                f"shape {log_variance}"
            )

    def call(self, mean, log_variance, training=None):
        self.check_shapes(tuple(mean.shape), tuple(log_variance.shape))
        m, v = (ops.cast(each, "float32") for each in (mean, log_variance))
        each = (ops.square(m) + ops.exp(v) - 1 - v) / 2
        axes = list(range(1, len(m.shape)))
        loss = self.weight * ops.mean(ops.sum(each, axis=axes))
        self.add_loss(ops.cast(loss, keras.config.floatx()))
        if not training:
            return mean
        noise = keras.random.normal(
            ops.shape(mean), dtype=self.compute_dtype, seed=self.generator
        )
        return mean + ops.exp(log_variance / 2) * noise

    def compute_output_shape(self, mean_shape, log_variance_shape):
        self.check_shapes(tuple(mean_shape), tuple(log_variance_shape))
        return mean_shape

    def get_config(self):
        config = {"weight": self.weight, "seed": self.seed}
        return {**super().get_config(), **config}
