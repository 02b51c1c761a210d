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


layer = MyDense(4, activation="relu")
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
