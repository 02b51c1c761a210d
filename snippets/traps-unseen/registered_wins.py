import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def call(self, x):
        return x * 2


class NewScale(keras.layers.Layer):
    def call(self, x):
        return x * 100


model = keras.Sequential([keras.Input((3,)), Scale()])
model.save("model.keras")
mine = {"book>Scale": NewScale, "Scale": NewScale}
loaded = keras.models.load_model("model.keras", custom_objects=mine)
print(type(loaded.layers[0]).__name__)
print(loaded.predict(keras.ops.ones((1, 3)), verbose=0))
