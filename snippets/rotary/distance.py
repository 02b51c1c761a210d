import numpy as np
from keras import ops
from rotary import RotaryPosition

layer = RotaryPosition(base=100)
same = np.ones((1, 12, 16), "float32")
y = ops.convert_to_numpy(layer(same))[0]
dots = y @ y.T / 16
for i in (1, 5):
    print(f"{np.allclose(np.diag(dots, i), dots[0, i], atol=1e-5) = }")
print(np.round(dots, 1))
