import keras
import numpy as np
from keras import ops


class TemporalSoftmax(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x, mask=None):
        if mask is None:
            return ops.softmax(x, axis=1)
        keep = ops.expand_dims(mask, -1)
        x = ops.where(keep, x, ops.min(x, axis=1, keepdims=True))
        weights = ops.where(keep, ops.softmax(x, axis=1), 0)
        total = ops.sum(weights, axis=1, keepdims=True)
        return ops.divide_no_nan(weights, total)


rng = np.random.default_rng(0)
x = rng.normal(size=(3, 5, 2)).astype("float32")
mask = np.arange(5) < np.array([[5], [2], [0]])
layer = TemporalSoftmax()
y = ops.convert_to_numpy(layer(x, mask=mask))
for row in range(2):
    powers = np.exp(x[row, mask[row]])
    expected = powers / np.sum(powers, axis=0)
    print(f"{np.allclose(y[row, mask[row]], expected) = }")
print(f"{y[1].sum(axis=0).round(5).tolist() = }")
print(f"{bool(np.any(y[2])) = }")
