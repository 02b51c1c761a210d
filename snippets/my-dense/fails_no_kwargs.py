import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


x = keras.ops.ones((6, 3))
model = keras.Sequential([MyDense(16), MyDense(4)])
print("MyDense", tuple(model(x).shape))
model.save("model.keras")
print("saved")
keras.models.load_model("model.keras")
