import numpy as np
from contract import broken_promises
from keras import ops
from time_encoding import PeriodicTime

x = np.random.default_rng(0).uniform(0, 999, (6, 4)).astype("float32")
layer = PeriodicTime([24, 168], waves=2)
y = ops.convert_to_numpy(layer(x))

angle = 2 * np.pi * x[..., None] / np.array([24, 12, 168, 84])
print(f"{y.shape = }")
print(f"{np.allclose(y[..., 0::2], np.sin(angle), atol=1e-4) = }")
print(f"{np.allclose(y[..., 1::2], np.cos(angle), atol=1e-4) = }")
kwargs = {"periods": [24, 168], "waves": 2}
broken = broken_promises(PeriodicTime, kwargs, x)
print(f"{broken = }")
