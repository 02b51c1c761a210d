import keras
import numpy as np
from keras import ops


def at_most_one(weight):
    return ops.clip(weight, -1, 1)


dense = keras.layers.Dense(
    1, kernel_initializer=keras.initializers.Constant(5.0),
    kernel_constraint=at_most_one, use_bias=False)
model = keras.Sequential([keras.Input((2,)), dense])
print(dense.kernel.numpy().ravel())
model.compile("sgd", "mse")
x = np.ones((4, 2), "float32")
model.fit(x, np.zeros((4, 1)), epochs=1, verbose=0)
print(dense.kernel.numpy().ravel())
