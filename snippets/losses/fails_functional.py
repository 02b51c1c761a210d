import keras
from keras import ops

inputs = keras.Input((3,))
codes = keras.layers.Dense(2)(inputs)
model = keras.Model(inputs, codes)
model.add_loss(ops.mean(codes**2))
