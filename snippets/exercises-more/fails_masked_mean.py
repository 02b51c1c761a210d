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
check_layer(
    MaskedMean, {}, (5, 3), masked=True, reference=lambda x: x.mean(axis=1))
for rows, kept in (6, 2), (4, 3):
    mask = ops.tile(ops.arange(5)[None] < kept, (rows, 1))
    y = layer(x[:rows], mask=mask)
    difference = y - ops.mean(x[:rows, :kept], axis=1)
    assert float(ops.max(ops.abs(difference))) < 1e-6
print("passed")
