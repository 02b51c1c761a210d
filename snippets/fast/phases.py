import time

import keras
from keras import ops


class Tower(keras.layers.Layer):
    def call(self, x):
        for _ in range(200):
            x = ops.sin(x)
        return x


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


x = ops.ones((32, 8))
layer = Tower()
model = keras.Sequential([keras.Input((8,)), layer])
model.compile()
eager = min(seconds(lambda: layer(x)) for _ in range(9))
first = seconds(lambda: model.predict_on_batch(x))
later = min(seconds(lambda: model.predict_on_batch(x)) for _ in range(9))
print(f"{first > 10 * later = }")
print(f"{eager > 3 * later = }")
