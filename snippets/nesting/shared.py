import keras


@keras.saving.register_keras_serializable(package="book")
class Tied(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.encode = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.encode.build(input_shape)

    def call(self, x):
        code = self.encode(x) + self.encode(-x)
        return keras.ops.matmul(code, keras.ops.transpose(self.encode.kernel))


layer = Tied(4)
x = keras.random.normal((6, 3), seed=0)
print(tuple(layer(x).shape))
print([weight.path for weight in layer.weights])
