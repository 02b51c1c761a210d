import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Standardize(keras.layers.Layer):
    """Gives each feature the mean 0 and the variance 1, as adapt() saw it."""

    def __init__(self, epsilon=1e-7, **kwargs):
        super().__init__(autocast=False, **kwargs)
        self.epsilon = epsilon
        self.adapted = self.restoring = False

    def adapt(self, batches):
        """Learns from an array, or from an iterable of batches."""
        if hasattr(batches, "shape"):
            batches = [batches]
        count, mean, squares = 0, 0.0, 0.0
        width = self.mean.shape[0] if self.built else None
        for batch in batches:
            shape = tuple(getattr(batch, "shape", ()))
            if len(shape) < 2 or width not in (None, shape[-1]):
                raise ValueError(
                    "adapt() needs arrays of (rows, features) without "
                    f"targets, of {width or 'one number of'} features each; "
                    f"it got a {type(batch).__name__} of the shape {shape}"
                )
            width = shape[-1]
            batch = np.asarray(batch, "float64")
            rows = batch.reshape(-1, width)
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
            self.build((None, width))
        self.mean.assign(mean)
        self.variance.assign(squares / count)

    def check_adapted(self, shape):
        if not self.adapted:
            raise ValueError(
                "Standardize has seen no data: call adapt(data) before the "
                f"first use; the input has the shape {tuple(shape)}"
            )

    def build(self, input_shape):
        if not self.restoring:
            self.check_adapted(input_shape)
        width = input_shape[-1]
        self.mean, self.variance = (
            self.add_weight(
                shape=(width,), initializer=start, name=name,
                dtype="float32", trainable=False, autocast=False,
            )
            for name, start in (("mean", "zeros"), ("variance", "ones"))
        )
        self.input_spec = keras.layers.InputSpec(axes={-1: width})

    def build_from_config(self, config):
        self.restoring = True
        super().build_from_config(config)

    def load_own_variables(self, store):
        super().load_own_variables(store)
        self.adapted = True

    def call(self, x):
        self.check_adapted(x.shape)
        far = ops.cast(x, self.mean.dtype) - self.mean
        size = ops.maximum(ops.sqrt(self.variance), self.epsilon)
        return ops.cast(far / size, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}
