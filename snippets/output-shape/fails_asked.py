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


layer = MyDense(4)
print(f"{keras.layers.Dense(4).compute_output_shape((None, 3)) = }")
layer.compute_output_shape((None, 3))
