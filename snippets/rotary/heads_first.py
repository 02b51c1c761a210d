import numpy as np
from keras import ops
from rotary import RotaryPosition

steps_first = np.ones((1, 5, 2, 6), "float32")
x = np.swapaxes(steps_first, 1, 2)
layer = RotaryPosition()
right = ops.convert_to_numpy(layer(steps_first))
wrong = ops.convert_to_numpy(layer(x))
print(f"{x.shape = }, {wrong.shape = }")
print(f"{np.allclose(right[:, 0], right[:, 4]) = }")
print(f"{np.allclose(wrong[:, :, 0], wrong[:, :, 4]) = }")
