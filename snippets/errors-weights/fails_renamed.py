import keras


class Old(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="factor")

    def call(self, x):
        return x * self.factor


class New(Old):
    pass


model = keras.Sequential([keras.Input((3,)), Old()])
model.save("model.keras")
keras.models.load_model("model.keras", custom_objects={"Old": New})
