import keras
import numpy as np


class Spread(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return keras.random.normal(shape, dtype=dtype)


def alike(first, second):
    kernels = []
    for start in (first, second):
        dense = keras.layers.Dense(4, kernel_initializer=start)
        dense.build((None, 3))
        kernels.append(dense.kernel.numpy())
    return np.array_equal(*kernels)


one = keras.initializers.RandomNormal()
print(f"{alike(one, one) = }")
print(f"{alike('random_normal', 'random_normal') = }")
spread = Spread()
print(f"{alike(spread, spread) = }")
