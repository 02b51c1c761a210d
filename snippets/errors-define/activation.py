import keras


class Activate(keras.layers.Layer):
    def __init__(self, activation, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, x):
        return self.activation(x)


layer = Activate("relu")
x = keras.random.normal((6, 3), seed=0)
print(f"{layer.activation.__name__ = }")
