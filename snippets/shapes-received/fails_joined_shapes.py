import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = input_shape[-1:] + (self.units,)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


model = keras.Sequential([keras.Input((3,)), MyDense(4)])
model.save("model.keras")
print("saved")
keras.models.load_model("model.keras")
