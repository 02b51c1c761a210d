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
        activation = keras.activations.serialize(self.activation)
        config = {"units": self.units, "activation": activation}
        return {**super().get_config(), **config}


model = keras.Sequential([keras.Input((3,)), MyDense(4, activation="relu")])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
x = keras.random.normal((6, 3), seed=0)
layer = loaded.layers[0]
print(f"{keras.saving.get_registered_name(type(layer)) = }")
print(f"{layer.units = }, {layer.activation.__name__ = }")
print(f"{bool(keras.ops.all(loaded(x) == model(x))) = }")
