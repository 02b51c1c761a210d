import keras


class Symmetric(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        half = self.kernel
        self.kernel = half + keras.ops.transpose(half)


layer = Symmetric(3)
layer(keras.random.normal((6, 3), seed=0))
