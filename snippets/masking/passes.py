import keras
from keras import ops


class Destroys(keras.layers.Layer):
    def call(self, x):
        return x * 2


class Passes(Destroys):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True


numbers = ops.array([[[7.0], [2.0], [6.0]], [[4.0], [0.0], [0.0]]])
x = keras.layers.Masking(mask_value=0.0)(numbers)
mean = keras.layers.GlobalAveragePooling1D()
print(ops.convert_to_numpy(mean(x)).ravel().round(2))
for layer in [Destroys(), Passes()]:
    print(layer.name)
    print(ops.convert_to_numpy(mean(layer(x))).ravel().round(2))
