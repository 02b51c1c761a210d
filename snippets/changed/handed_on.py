import keras


class Probe(keras.layers.Layer):
    def call(self, x, training=None):
        self.seen = training
        return x * 2


class Outer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Probe()

    def call(self, x):
        return self.inner(x)


layer = Outer()
x = keras.ops.ones((6, 3))
layer(x, training=True)
print(f"{layer.inner.seen = }")
