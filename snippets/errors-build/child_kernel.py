import keras


class Tied(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)
        size = self.dense.kernel.shape[0]
        self.bias = self.add_weight(shape=(size,), name="bias")

    def call(self, x):
        kernel = keras.ops.transpose(self.dense.kernel)
        return keras.ops.matmul(self.dense(x), kernel) + self.bias


layer = Tied(4)
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
