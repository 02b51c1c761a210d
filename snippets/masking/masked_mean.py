import keras
import numpy as np
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        keep = ops.expand_dims(mask, -1)
        total = ops.sum(ops.where(keep, x, 0), axis=1)
        count = ops.sum(ops.cast(keep, x.dtype), axis=1)
        return total / ops.maximum(count, 1)

    def compute_mask(self, x, mask=None):
        return None


rng = np.random.default_rng(0)
x = rng.normal(size=(3, 5, 2)).astype("float32")
mask = np.arange(5) < np.array([[5], [2], [0]])
layer = MaskedMean()
y = ops.convert_to_numpy(layer(x, mask=mask))
for row in range(2):
    expected = np.mean(x[row, mask[row]], axis=0)
    print(f"{int(mask[row].sum())} {np.allclose(y[row], expected) = }")
print(f"0 {y[2].tolist() = }")
print(f"{np.allclose(layer(x), np.mean(x, axis=1)) = }")
