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


x = keras.ops.ones((6, 3))
model = keras.Sequential([MyDense(4, activation="relu")])
model(x)
model.save("model.keras")
keras.models.load_model("model.keras")
print("loaded")

model = keras.Sequential([MyDense(4, activation=keras.activations.relu)])
model(x)
model.save("model.keras")
