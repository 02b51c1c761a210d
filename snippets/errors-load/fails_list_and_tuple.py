import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def build(self, input_shape):
        shape = input_shape[-1:] + (4,)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


model = keras.Sequential([keras.Input((3,)), MyDense()])
model.save("model.keras")
keras.models.load_model("model.keras")
