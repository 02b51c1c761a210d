import keras
import numpy as np
from contract import broken_promises
from drop_path import DropPath
from keras import ops

x = np.random.default_rng(0).normal(size=(1000, 4, 3)).astype("float32")
layer = DropPath(0.25, seed=0)
y = ops.convert_to_numpy(layer(x, training=True))
kept = np.any(y != 0, axis=(1, 2), keepdims=True)
scaled = np.where(kept, x / 0.75, 0)
print(f"{kept.shape = }, {np.allclose(y, scaled, atol=1e-5) = }")
print(f"{bool(abs(kept.mean() - 0.75) < 0.05) = }")

dropout = keras.layers.Dropout(0.25, noise_shape=(None, 1, 1), seed=0)
y = ops.convert_to_numpy(dropout(x, training=True))
kept = np.any(y != 0, axis=(1, 2), keepdims=True)
scaled = np.where(kept, x / 0.75, 0)
print(f"{np.allclose(y, scaled, atol=1e-5) = }")
broken = broken_promises(DropPath, {"rate": 0.25}, (4, 3), random=True)
print(f"{broken = }")
