import keras


class Square(keras.layers.Layer):
    def call(self, x):
        return x * x


model = keras.Sequential([keras.Input((3,)), Square()])
model.save("model.keras")
keras.models.load_model("model.keras")
