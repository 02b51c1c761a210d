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

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 99)


layer = MyDense(4)
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
print(f"{model.output_shape = }")
print(f"{model.predict(x, verbose=0).shape = }")
