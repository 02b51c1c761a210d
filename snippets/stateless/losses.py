import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
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
            ops.shape(x), stddev=self.stddev, dtype=x.dtype, seed=self.seeds)
        self.add_loss(ops.mean(ops.square(noise)))
        return x + noise


layer = Noise(0.5, seed=1)
x = keras.random.normal((6, 3), seed=0)
layer.build(x.shape)
state = [v.value for v in layer.non_trainable_variables]
print(f"{len(layer.weights) = }, {len(state) = }")


def step(state):
    return layer.stateless_call(
        [], state, x, training=True, return_losses=True)


one, later, losses = step(state)
two, _, _ = step(state)
three, _, _ = step(later)
print(f"{len(losses) = }, {len(layer.losses) = }")
print(f"{bool(ops.all(one == two)) = }, {bool(ops.all(two == three)) = }")
