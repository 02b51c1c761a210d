import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        shape = (x.shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        return keras.ops.matmul(x, self.kernel)


layer = MyDense(4)
layer(keras.random.normal((6, 3), seed=0))
