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

    def get_config(self):
        config = super().get_config()
        config.update({
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
        })
        return config


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([MyDense(4, activation=keras.activations.relu)])
model(x)
print(model.layers[0].get_config()["activation"])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print("same:", bool(keras.ops.all(loaded(x) == model(x))))
