import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Attend(keras.layers.Layer):
    supports_masking = True

    def weights_of(self, x, mask):
        scores = ops.matmul(x, ops.swapaxes(x, 1, 2))
        if mask is not None:
            scores = scores * ops.cast(ops.expand_dims(mask, 1), x.dtype)
        return ops.softmax(scores)

    def call(self, x, mask=None):
        return ops.matmul(self.weights_of(x, mask), x)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Attend()
x = np.full((1, 4, 2), 0.1, "float32")
mask = np.array([[True, True, False, False]])
weights = ops.convert_to_numpy(layer.weights_of(x, mask))
print(weights.round(2)[0, 0])
