import numpy as np
from rotary import RotaryPosition

layer = RotaryPosition()
layer(np.ones((2, 10, 7), "float32"))
