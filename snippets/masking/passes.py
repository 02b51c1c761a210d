import keras


class Destroys(keras.layers.Layer):
    def call(self, x):
        return x * 2


class Passes(Destroys):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True


numbers = keras.ops.array([[[7.0], [2.0], [6.0]], [[4.0], [0.0], [0.0]]])
x = keras.layers.Masking(mask_value=0.0)(numbers)
mean = keras.layers.GlobalAveragePooling1D()
print(mean(x).numpy().round(2).tolist())
for layer in [Destroys(), Passes()]:
    print(layer.name)
    print(mean(layer(x)).numpy().round(2).tolist())
