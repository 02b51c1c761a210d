import keras
from keras import ops


class MyDropout(keras.layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seeds = keras.random.SeedGenerator(3)

    def call(self, x, training=None):
        if not training:
            return x
        draw = keras.random.uniform(ops.shape(x), seed=self.seeds)
        return ops.where(draw < self.rate, 0.0, x / (1 - self.rate))


layer = MyDropout(0.5)
x = ops.ones((1, 6))
print(ops.convert_to_numpy(layer(x, training=True)))
print(ops.convert_to_numpy(layer(x, training=True)))
print(ops.convert_to_numpy(layer(x, training=False)))
print(ops.convert_to_numpy(layer(x)))
