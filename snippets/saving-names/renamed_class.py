import keras


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, name="factor")

    def call(self, x):
        return x * self.factor


class Scale(Gain):
    pass


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), Scale()])
model.save("old.keras")

old = keras.models.load_model("old.keras", custom_objects={"Scale": Scale})
layer = Gain()
new = keras.Sequential([keras.Input((3,)), layer])
new.set_weights(old.get_weights())
new.save("new.keras")
new = keras.models.load_model("new.keras", custom_objects={"Gain": Gain})
print(f"{type(new.layers[-1]).__name__ = }")
print(f"{bool(keras.ops.all(new(x) == model(x))) = }")
