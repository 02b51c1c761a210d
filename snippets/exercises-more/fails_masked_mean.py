import keras
from contract import check_layer
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x):
        return ops.mean(x, axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *input_shape[2:])


layer = MaskedMean()
x = keras.random.normal((6, 5, 3), seed=0)
check_layer(MaskedMean, {}, (5, 3), masked=True)
mask = ops.tile([[True, True, False, False, False]], (6, 1))
y = layer(x, mask=mask)
assert float(ops.max(ops.abs(y - ops.mean(x[:, :2], axis=1)))) < 1e-6
print("passed")
