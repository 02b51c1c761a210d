import keras


class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.factor = self.add_weight(initializer="ones", name="factor")

    def call(self, x):
        return x * self.factor


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
print(f"{len(layer.weights) = }")
