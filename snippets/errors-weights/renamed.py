import keras


class Old(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="factor")

    def call(self, x):
        return x * self.factor


class New(Old):
    pass


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), Old()])
model.save("model.keras")
old = keras.models.load_model("model.keras", custom_objects={"Old": Old})
layer = New()
new = keras.Sequential([keras.Input((3,)), layer])
new.set_weights(old.get_weights())
print(bool(keras.ops.all(new(x) == old(x))))
