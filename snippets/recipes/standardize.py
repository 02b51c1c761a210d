import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Standardize(keras.layers.Layer):
    """Gives each feature the mean 0 and the variance 1, as adapt() saw it."""

    def __init__(self, epsilon=1e-7, **kwargs):
        super().__init__(autocast=False, **kwargs)
        self.epsilon = epsilon
        self.adapted = False

    def adapt(self, batches):
        """Learns from an array, or from an iterable of batches."""
        if hasattr(batches, "shape"):
            batches = [batches]
        count, mean, squares = 0, 0.0, 0.0
        for batch in batches:
            batch = np.asarray(batch, "float64")
            rows = batch.reshape(-1, batch.shape[-1])
            if len(rows):
                count += len(rows)
                far = rows.mean(axis=0) - mean
                within = np.square(rows - rows.mean(axis=0)).sum(axis=0)
                between = np.square(far) * len(rows) * (1 - len(rows) / count)
                mean = mean + far * len(rows) / count
                squares = squares + within + between
        if not count:
            raise ValueError(f"adapt() needs rows of data, and got {count}")
        self.adapted = True
        if not self.built:
            self.build((None, len(mean)))
        self.mean.assign(mean)
        self.variance.assign(squares / count)

    def build(self, input_shape):
        if not self.adapted:
            raise ValueError(
                "Standardize has seen no data: call adapt(data) before the "
                f"first use; the input has the shape {tuple(input_shape)}"
            )
        width = input_shape[-1]
        self.mean, self.variance = (
            self.add_weight(
                shape=(width,), name=name, trainable=False, autocast=False
            )
            for name in ("mean", "variance")
        )
        self.input_spec = keras.layers.InputSpec(axes={-1: width})

    def build_from_config(self, config):
        self.adapted = True
        super().build_from_config(config)

    def call(self, x):
        far = ops.cast(x, self.mean.dtype) - self.mean
        size = ops.maximum(ops.sqrt(self.variance), self.epsilon)
        return ops.cast(far / size, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
