import keras
import numpy as np
import tensorflow as tf
from keras import ops


class MeanOfWords(keras.layers.Layer):
    def call(self, x, mask=None):
        kept = ops.cast(mask, x.dtype)[:, :, None]
        return ops.sum(x * kept, axis=1) / ops.sum(kept, axis=1)

    def compute_mask(self, x, mask=None):
        return None


ragged = tf.ragged.constant([[1, 2], [3]])
embed = keras.layers.Embedding(9, 1, mask_zero=True)
model = keras.Sequential(
    [keras.Input((None,), dtype="int32"), embed, MeanOfWords()]
)
embed.set_weights([np.arange(9.0).reshape(9, 1)])
dense = ragged.to_tensor()
print(dense.numpy().tolist())
print(model.predict(dense, verbose=0).ravel().tolist())
data = tf.data.Dataset.from_tensor_slices(ragged).map(lambda row: row)
batches = data.ragged_batch(2).map(lambda batch: batch.to_tensor())
print(model.predict(batches, verbose=0).ravel().tolist())
