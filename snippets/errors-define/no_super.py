import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Scale(2.0)
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
