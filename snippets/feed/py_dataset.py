import keras
import numpy as np
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


class Noisy(keras.utils.PyDataset):
    def __init__(self, x, y, noise, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.noise = x, y, noise

    def __len__(self):
        return len(self.x) // 2

    def __getitem__(self, index):
        rows = slice(2 * index, 2 * index + 2)
        x = self.noise(self.x[rows], training=True)
        return ops.convert_to_numpy(x), self.y[rows]


x, y = np.zeros((6, 3), "float32"), np.zeros((6, 1), "float32")
data = Noisy(x, y, Noise(seed=0))
print(len(data), (data[0][0] != 0).all())
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(data, verbose=0)
print(int(model.optimizer.iterations))
