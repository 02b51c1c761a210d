import keras
import numpy as np
from keras import ops
from normalization import GroupNorm

x = np.random.default_rng(0).normal(size=(1, 5, 6)).astype("float32")
padded = x * [[[1], [1], [1], [0], [0]]]

for layer in (keras.layers.GroupNormalization(3), GroupNorm(3)):
    alone = ops.convert_to_numpy(layer(x[:, :3]))
    masking = keras.layers.Masking()(padded)
    y = ops.convert_to_numpy(layer(masking))[:, :3]
    print(f"{type(layer).__name__}: {np.allclose(y, alone, atol=1e-5)}")
