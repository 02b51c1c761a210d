import keras
from keras import ops

layer = keras.layers.Dropout(0.5, seed=1)
x = ops.ones((2, 6))
print(ops.convert_to_numpy(layer(x, training=True)))
print(ops.convert_to_numpy(layer(x, training=False)))
