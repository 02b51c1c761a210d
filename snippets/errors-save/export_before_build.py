import os

import keras

layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.export("exported", verbose=0)
print(os.listdir())
