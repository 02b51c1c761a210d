import keras
from contract import check_layer
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, stddev=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if not training:
            return x
        noise = keras.random.normal(
            ops.shape(x), mean=0.0, stddev=self.stddev, dtype=x.dtype,
            seed=self.seeds)
        return x + noise

    def compute_output_shape(self, input_shape):
        return input_shape
