import copy

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Times(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Times()
layer.factor = 5.0
layer.author = "Mina"
x = ops.ones((2, 3))
layer(x)
copied = copy.deepcopy(layer)
print(f"{copied.factor = }, {hasattr(copied, 'author') = }")
print(f"{bool(ops.all(layer(x) == copied(x))) = }")
