import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([MyDense(16), MyDense(4, name="out")])
model(x)
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(loaded.layers[1].name)
print("same:", bool(keras.ops.all(loaded(x) == model(x))))
