import keras
import numpy as np
from drop_path import DropPath
from keras import ops

x = np.ones((8, 12), "float32")
dropout = keras.layers.Dropout(0.5, seed=0)
print(ops.convert_to_numpy(dropout(x, training=True)).astype(int))
print("samples:")
layer = DropPath(0.5, seed=0)
print(ops.convert_to_numpy(layer(x, training=True)).astype(int))
