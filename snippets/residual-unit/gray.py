import numpy as np
from residual_unit import ResidualUnit

x = np.random.default_rng(0).random((2, 8, 8, 1)).astype("float32")
layer = ResidualUnit(filters=6)
y = layer(x)
kernel = layer.around[0].kernel
print(f"{tuple(y.shape) = }, {tuple(kernel.shape) = }")
bare = x + layer.main[0](x)
print(f"{tuple(bare.shape) = }")
