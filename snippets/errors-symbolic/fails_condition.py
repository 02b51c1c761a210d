import keras
from keras import ops

inputs = keras.Input((3,))
outputs = inputs if ops.sum(inputs) > 0 else -inputs
model = keras.Model(inputs, outputs)
