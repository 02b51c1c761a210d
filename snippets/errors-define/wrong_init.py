import keras


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.Dense(units)

    def call(self, x):
        return self.inner(x)


layer = Block(4)
x = keras.ops.ones((6, 3))
print(layer(x).shape)
