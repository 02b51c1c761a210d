import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class DropPath(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if not training:
            return x
        shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
        draw = keras.random.uniform(shape, seed=self.seeds)
        keep = ops.cast(draw >= self.rate, x.dtype)
        return x * keep / (1 - self.rate)


layer = DropPath(0.5, seed=1)
x = ops.ones((6, 3))
for training in (True, True, False, None):
    y = layer(x, training=training)
    print(f"{training!s:5} {ops.convert_to_numpy(y)[:, 0].tolist()}")

many = layer(ops.ones((10000, 3)), training=True)
print(f"{float(ops.mean(many)):.1f}")
