import numpy as np
import keras
from contract import check_layer
from keras import ops


class MaskedMean(keras.layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return ops.mean(x, axis=1)
        kept = ops.cast(ops.expand_dims(mask[0], -1), x.dtype)
        count = ops.maximum(ops.sum(kept), 1)
        return ops.sum(x * kept, axis=1) / count

    def compute_mask(self, x, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], *input_shape[2:])
