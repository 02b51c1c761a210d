import keras


@keras.saving.register_keras_serializable(package="book")
class Wrapped(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4, name="dense")

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


model = keras.Sequential([keras.Input((3,)), Wrapped()])
model.layers[0].dense.quantize("int8")
model.save("model.keras")
print([weight.dtype for weight in model.weights])
keras.models.load_model("model.keras")
