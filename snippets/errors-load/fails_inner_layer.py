import keras


class Twice(keras.layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(self.inner(x))

    def get_config(self):
        return {**super().get_config(), "inner": self.inner.get_config()}


layer = Twice.from_config(Twice(keras.layers.ReLU()).get_config())
layer(keras.random.normal((6, 3), seed=0))
