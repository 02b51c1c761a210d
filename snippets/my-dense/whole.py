import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
        })
        return config


layer = MyDense(4, activation="relu")
x = keras.random.normal((6, 3), seed=0)
y = layer(x)
for weight in layer.weights:
    print(weight.name, tuple(weight.shape))
print(f"{tuple(y.shape) = }, {tuple(layer(x[:2]).shape) = }")
print(f"{layer.compute_output_shape((None, 3)) = }")
