import keras
import tensorflow as tf


class Noisy(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.seen = self.add_weight(initializer="zeros", trainable=False)

    def call(self, x):
        self.seen.assign_add(1)
        drawn = keras.random.randint(keras.ops.shape(x), 1, 9, seed=self.seeds)
        noise = keras.ops.cast(drawn, x.dtype)
        return keras.remat(keras.ops.multiply)(x, noise)


x = keras.ops.ones((1, 5))
for mode in None, "full":
    with keras.RematScope(mode):
        layer = Noisy(seed=1)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x)
    gradient = tape.gradient(y, x).numpy()
    print(f"{mode!s:5} {y.numpy()} {gradient} {int(layer.seen) = }")
