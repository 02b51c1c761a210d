import keras


class ScaledDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        self.units = units
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.scale = self.add_weight(shape=(units,), initializer="ones")

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x) * self.scale


layer = ScaledDense(4)
print([tuple(weight.shape) for weight in layer.weights])

x = keras.random.normal((6, 3), seed=0)
layer(x)
print([tuple(weight.shape) for weight in layer.weights])
print(f"{ScaledDense(4, dtype='float16').dense.dtype = }")
