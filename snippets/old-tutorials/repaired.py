import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape)
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**config, "units": self.units, "activation": activation}


x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4, "relu")
print(f"{layer.compute_output_shape((6, 3)) = }")
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{model.output_shape = }")
print(f"{bool(keras.ops.all(loaded(x) == model(x))) = }")
