import keras
import numpy as np

inputs = keras.Input((3,))
outputs = np.exp(inputs)
model = keras.Model(inputs, outputs)
