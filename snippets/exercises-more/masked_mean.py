import keras
import numpy as np
from contract import check_layer
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        kept = ops.cast(ops.expand_dims(mask, -1), x.dtype)
        count = ops.maximum(ops.sum(kept, axis=1), 1)
        return ops.sum(x * kept, axis=1) / count

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *input_shape[2:])


layer = MaskedMean()
x = keras.random.normal((6, 5, 3), seed=0)
check_layer(
    MaskedMean, {}, (5, 3), masked=True, reference=lambda x: x.mean(axis=1))
for rows in 6, 4:
    some = ops.convert_to_numpy(x[:rows])
    mask = np.arange(5) % np.arange(2, rows + 2)[:, None] == 0
    right = [sample[kept].mean(axis=0) for sample, kept in zip(some, mask)]
    assert np.allclose(layer(some, mask=mask), right, atol=1e-6)
print("passed")
