import numpy as np
from keras import ops
from time_encoding import PeriodicTime

x = np.arange(25)
layer = PeriodicTime([24], waves=3)
y = ops.convert_to_numpy(layer(x))
print(f"{np.allclose(y[0], y[24], atol=1e-5) = }")
near = np.linalg.norm(y[23] - y[0])
noon = np.linalg.norm(y[12] - y[0])
print(f"{near = :.1f}, {noon = :.1f}")
print(np.round(y + 1, 1))
