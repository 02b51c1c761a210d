import numpy as np
import keras
from contract import check_layer
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        steps = ops.sum(ops.cast(mask, "int32"), axis=1)
        kept = ops.arange(ops.shape(x)[1])[None, :] < steps[:, None]
        kept = ops.cast(kept[:, :, None], x.dtype)
        count = ops.maximum(ops.sum(kept, axis=1), 1)
        return ops.sum(x * kept, axis=1) / count

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *input_shape[2:])
