import keras
import numpy as np

words = np.array([["red"], ["blue"]])
look = keras.layers.StringLookup(vocabulary=["red", "blue"])
model = keras.Sequential([keras.Input((1,), dtype="string"), look])
print(look(words).shape)
model.predict(words, verbose=0)
