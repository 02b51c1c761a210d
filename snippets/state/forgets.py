import numpy as np

import keras
from keras import ops


class Center(keras.layers.Layer):
    def call(self, x):
        return x - ops.mean(x, axis=0)


layer = Center()
x = np.array([[9.0, 1.0], [10.0, 2.0], [11.0, 3.0]], dtype="float32")
print(ops.convert_to_numpy(layer(x)))
print(ops.convert_to_numpy(layer(x[:1])).round(2))
