import keras
import numpy as np

layer = keras.layers.Dense(4)
layer.build((None, 3))
layer.set_weights([np.ones((3, 4)), np.zeros(4)])
x = keras.random.normal((6, 3), seed=0)
print(f"{len(layer.weights) = }")
