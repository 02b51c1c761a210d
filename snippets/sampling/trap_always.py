import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class AlwaysDraws(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator(0)

    def call(self, x, training=None):
        mean, log_variance = ops.split(x, 2, axis=-1)
        noise = keras.random.normal(
            ops.shape(mean), dtype=self.compute_dtype, seed=self.generator)
        return mean + ops.exp(log_variance / 2) * noise


layer = AlwaysDraws()
x = np.random.default_rng(0).normal(size=(5, 6)).astype("float32")
one, two = [layer(x, training=False) for _ in range(2)]
print(f"{np.array_equal(one, two) = }")
