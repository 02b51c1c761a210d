import keras
import numpy as np
from contract import broken_promises
from keras import ops
from normalization import GroupNorm, RMSNorm

x = np.random.default_rng(0).normal(3, 2, (2, 4, 4, 6)).astype("float32")
root = np.sqrt((x**2).mean(-1, keepdims=True) + 1e-6)
rms = ops.convert_to_numpy(RMSNorm()(x))
print(f"{np.allclose(rms, x / root, atol=1e-5) = }")
keras_rms = ops.convert_to_numpy(keras.layers.RMSNormalization()(x))
print(f"{np.allclose(rms, keras_rms, atol=1e-5) = }")

grouped = x.reshape(2, 16, 3, 2)
mean = grouped.mean((1, 3), keepdims=True)
deviation = np.sqrt(grouped.var((1, 3), keepdims=True) + 1e-3)
centered = grouped - mean
normal = centered / deviation
group = ops.convert_to_numpy(GroupNorm(3)(x))
print(f"{np.allclose(group, normal.reshape(x.shape), atol=1e-5) = }")
keras_group = ops.convert_to_numpy(keras.layers.GroupNormalization(3)(x))
print(f"{np.allclose(group, keras_group, atol=1e-5) = }")

broken = broken_promises(RMSNorm, {"epsilon": 1e-5}, (5, 6))
broken += broken_promises(GroupNorm, {"groups": 3}, (5, 6))
print(f"{broken = }")
