import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class MyDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate, self.seed = rate, seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=False):
        if not training:
            return x
        draw = keras.random.uniform(ops.shape(x), seed=self.generator)
        keep = ops.cast(draw >= self.rate, x.dtype)
        return x * keep / (1 - self.rate)


layer = MyDropout(0.5, seed=1)
x = ops.ones((2, 8))
print(ops.convert_to_numpy(layer(x, training=True)))
print(ops.convert_to_numpy(layer(x, training=True)))
print(ops.convert_to_numpy(layer(x)))
print(f"{len(layer.weights) = }")
print(f"{[variable.path for variable in layer.variables] = }")
share = ops.mean(layer(ops.ones((1000, 8)), training=True))
print(f"{float(share):.1f}")
