import os

import keras

layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([layer])
model(x)
model.save_weights("model.weights.h5")
print(os.listdir())
