import os

import keras

layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
keras.Sequential([keras.Input((3,)), layer]).save("layer.keras")
print(os.listdir())
