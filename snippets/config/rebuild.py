import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


keras.utils.set_random_seed(0)
x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4)
y = layer(x)

copy = MyDense.from_config(layer.get_config())
print(f"{copy.units = }, {copy.built = }, {len(copy.weights) = }")
print(f"{bool(keras.ops.all(copy(x) == y)) = }")

copy.set_weights(layer.get_weights())
print(f"{bool(keras.ops.all(copy(x) == y)) = }")
