import keras


@keras.saving.register_keras_serializable(package="book")
class Tower(keras.layers.Layer):
    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        self.sizes = sizes
        dtype = self.dtype_policy
        self.steps = [keras.layers.Dense(n, "tanh", dtype=dtype) for n in sizes]
        self.heads = {
            "low": keras.layers.Dense(1, dtype=dtype),
            "high": keras.layers.Dense(1, dtype=dtype),
        }

    def build(self, input_shape):
        for step in self.steps:
            step.build(input_shape)
            input_shape = step.compute_output_shape(input_shape)
        for head in self.heads.values():
            head.build(input_shape)

    def call(self, x):
        for step in self.steps:
            x = step(x)
        return keras.ops.concatenate([self.heads[k](x) for k in self.heads], -1)


layer = Tower([5, 4])
x = keras.random.normal((6, 3), seed=0)
print(tuple(layer(x).shape), len(layer.weights))
for weight in layer.weights:
    print(weight.path, tuple(weight.shape))
