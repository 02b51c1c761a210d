import keras
import numpy as np
import tensorflow as tf
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if training:
            noise = keras.random.normal(ops.shape(x), seed=self.seed_generator)
            return x + noise
        return x


def values(data):
    return np.concatenate([batch.numpy() for batch in data])


x = np.zeros((4, 8, 8, 3), "float32")
x[:, 0] = 1
data = tf.data.Dataset.from_tensor_slices(x).batch(2)
noise, flip = Noise(seed=0), keras.layers.RandomFlip("vertical", seed=0)
print("Noise       ", (values(data.map(noise)) != x).any())
print("RandomFlip  ", (values(data.map(flip)) != x).any())
noisy = data.map(lambda batch: noise(batch, training=True))
print("training    ", (values(noisy) != x).any())
print("second epoch", (values(noisy) != values(noisy)).any())
