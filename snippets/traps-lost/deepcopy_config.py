import copy

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Times(keras.layers.Layer):
    def __init__(self, factor=1.0, author=None, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.author = author

    def call(self, x):
        return x * self.factor

    def get_config(self):
        mine = {"factor": self.factor, "author": self.author}
        return {**super().get_config(), **mine}


layer = Times()
layer.factor = 5.0
layer.author = "Mina"
x = ops.ones((2, 3))
layer(x)
copied = copy.deepcopy(layer)
print(f"{copied.factor = }, {copied.author = }")
print(f"{bool(ops.all(layer(x) == copied(x))) = }")
