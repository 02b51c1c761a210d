import keras


@keras.saving.register_keras_serializable(package="book")
class ScaledDense(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="scale", initializer="ones")

    def call(self, x):
        return self.scale * super().call(x)


model = keras.Sequential([keras.Input((3,)), ScaledDense(4)])
model.save("model.keras")
keras.models.load_model("model.keras")
