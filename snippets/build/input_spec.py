import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        axes = {-1: input_shape[-1]}
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes=axes)

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


layer = MyDense(4)
x = keras.random.normal((6, 3), seed=0)
layer(x)
print(tuple(layer(keras.random.normal((2, 3), seed=0)).shape))
try:
    layer(keras.random.normal((2, 5), seed=0))
except ValueError as error:
    print(error)
