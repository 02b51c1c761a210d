import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)


layer = MyDense(4, "relu", name="hidden", trainable=False)
print(f"{layer.units = }, {layer.activation.__name__ = }")
print(f"{layer.name = }, {layer.trainable = }")

layer = MyDense(4)
print(f"{layer.activation.__name__ = }, {layer.activation(5) = }")
print(f"{layer.name = }, {layer.trainable = }")
