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
            ops.shape(x), mean=1.0, stddev=self.stddev, dtype=x.dtype,
            seed=self.seeds)
        return x * noise

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Noise(0.5, seed=1)
x = keras.random.normal((6, 3), seed=0)
check_layer(Noise, {"stddev": 0.5, "seed": 1}, (3,), random=True)
assert ops.all(layer(x) == x)
for rows, stddev in (400, 0.5), (800, 0.2):
    some = -3 * ops.ones((rows, 9))
    y = Noise(stddev, seed=1)(some, training=True) / some
    assert abs(float(ops.mean(y)) - 1) < 0.05
    assert abs(float(ops.std(y)) - stddev) < 0.05
    assert ops.any(y[0] != y[1]) and ops.any(y[:, 0] != y[:, 1])
    assert ops.any(y != Noise(stddev, seed=2)(some, training=True) / some)
print("passed")
