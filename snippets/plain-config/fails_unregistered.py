import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


model = keras.Sequential([keras.Input((3,)), Scale(5.0)])
model.save("model.keras")
print("saved")
keras.models.load_model("model.keras")
