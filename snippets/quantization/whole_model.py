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


keras.utils.set_random_seed(0)
x = keras.random.normal((6, 64), seed=0)
layer = MyDense(64, name="mine")
theirs = keras.layers.Dense(64, name="theirs")
model = keras.Sequential([layer, theirs], name="net")
before = model(x)
model.quantize("int8", filters="mine|theirs")
for weight in model.weights:
    value = weight.numpy()
    print(f"{weight.path:23} {value.dtype!s:8} {value.nbytes} bytes")
error = keras.ops.max(keras.ops.abs(model(x) - before))
print(f"{0 < float(error) < 0.1 = }")
