import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel))


x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4, "relu", name="hidden", trainable=False, dtype="float16")
print(f"{layer.units = }, {layer.activation.__name__ = }")
print(f"{layer.name = }, {layer.trainable = }, {layer.dtype = }")

layer = MyDense(4)
print(f"{layer.activation.__name__ = }, {layer.activation(5) = }")
print(f"{layer.name = }, {layer.trainable = }, {layer.dtype = }")
