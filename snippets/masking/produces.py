import keras
import numpy as np
from keras import ops


class MyEmbedding(keras.layers.Layer):
    def __init__(self, words, units, **kwargs):
        super().__init__(**kwargs)
        self.words = words
        self.units = units

    def build(self, ids_shape):
        shape = (self.words, self.units)
        self.table = self.add_weight(shape=shape, name="table")

    def call(self, ids):
        return ops.take(self.table, ids, axis=0)

    def compute_mask(self, ids, mask=None):
        return ops.not_equal(ids, 0)


layer = MyEmbedding(words=10, units=4)
x = np.array([[7, 2, 5], [3, 0, 0]])
y = layer(x)
print(f"{tuple(y.shape) = }, {tuple(ops.take(layer.table, x).shape) = }")
print(ops.convert_to_numpy(layer.compute_mask(x)))
mean = keras.layers.GlobalAveragePooling1D()(y)
print(f"{bool(ops.all(mean[1] == layer.table[3])) = }")
