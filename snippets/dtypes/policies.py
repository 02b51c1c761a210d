import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        print(f"  {x.dtype.name = }, {self.kernel.dtype = }")
        return keras.ops.matmul(x, self.kernel)


x = keras.random.normal((6, 3), seed=0)
for policy in "float16", "mixed_float16", "mixed_bfloat16", "float32":
    print(policy)
    layer = MyDense(4, dtype=policy)
    y = layer(x)
    print(f"  {layer.compute_dtype = }, {layer.variable_dtype = }")
    print(f"  {layer.kernel.dtype = }, {y.dtype.name = }")
