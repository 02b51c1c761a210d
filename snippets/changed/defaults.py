import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Scale()
x = keras.ops.ones((6, 3))
print(f"{layer.get_config().get('factor') = }")
