import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return x * 2


def load(**kwargs):
    try:
        model = keras.models.load_model("model.keras", **kwargs)
        return keras.saving.get_registered_name(type(model.layers[-1]))
    except TypeError as error:
        return str(error).split("Exception encountered: ")[1].split(".")[0]


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
keras.saving.register_keras_serializable(package="book")(Scale)
keras.Sequential([keras.Input((3,)), layer]).save("model.keras")

keras.saving.get_custom_objects().clear()
keras.saving.register_keras_serializable(package="shop")(Scale)
print(load())
print(load(custom_objects={"Scale": Scale}))
print(load(custom_objects={"book>Scale": Scale}))
