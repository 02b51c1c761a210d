import keras
from contract import check_layer
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        kept = ops.cast(ops.expand_dims(mask, -1), x.dtype)
        return ops.sum(x * kept, axis=1) / ops.sum(kept, axis=1)

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *input_shape[2:])


layer = MaskedMean()
x = keras.random.normal((6, 5, 3), seed=0)
check_layer(MaskedMean, {}, (5, 3), masked=True)
mask = ops.tile([[True, True, False, False, False]], (6, 1))
y = layer(x, mask=mask)
assert float(ops.max(ops.abs(y - ops.mean(x[:, :2], axis=1)))) < 1e-6
print("passed")
