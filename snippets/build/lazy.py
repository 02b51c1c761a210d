import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


layer = MyDense(4)
print(f"{layer.built = }, {len(layer.weights) = }")

x = keras.random.normal((6, 3), seed=0)
y = layer(x)
print(f"{layer.built = }, {len(layer.weights) = }")
print(f"{tuple(layer.kernel.shape) = }, {tuple(y.shape) = }")
