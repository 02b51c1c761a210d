import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        print(f"{type(input_shape).__name__:5} {input_shape}")
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return x * self.factor


x = keras.random.normal((6, 3), seed=0)
layer = Scale()
layer(x)
model = keras.Sequential([keras.Input((3,)), Scale()])
model.save("model.keras")
keras.models.load_model("model.keras")
