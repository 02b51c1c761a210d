import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Pairs(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x[:, ::2] + x[:, 1::2]

    def compute_mask(self, x, mask=None):
        return None if mask is None else mask[:, ::2]


ids = ops.convert_to_tensor([[1, 1, 1, 0], [1, 1, 0, 0]])
x = keras.layers.Embedding(9, 3, mask_zero=True)(ids)
layer = Pairs()
mask = layer.compute_mask(x, ids > 0)
print(tuple(layer(x).shape), tuple(mask.shape))
