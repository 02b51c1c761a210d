import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        print("call")
        return keras.ops.matmul(x, self.kernel)

    def compute_output_shape(self, input_shape):
        print("compute_output_shape")
        return (*input_shape[:-1], self.units)


layer = MyDense(4)
print(f"{layer.compute_output_shape((6, 3)) = }")

x = keras.random.normal((6, 3), seed=0)
print(f"{tuple(layer(x).shape) = }")
print(f"{layer(keras.Input((3,))).shape = }")
