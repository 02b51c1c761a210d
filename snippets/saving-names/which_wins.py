import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return x * 2


class Other(keras.layers.Layer):
    def call(self, x):
        return x * 3


def load(file, names):
    try:
        model = keras.models.load_model(file, custom_objects=names)
        return type(model.layers[-1]).__name__
    except TypeError as error:
        return type(error).__name__


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("plain.keras")
keras.saving.register_keras_serializable(package="book")(Scale)
model.save("registered.keras")

ways = [None, {"Scale": Other}, {"book>Scale": Other}]
print(f"{'':17}", *(f"{str(list(way or [])):16}" for way in ways))
for file in ("plain.keras", "registered.keras"):
    print(f"{file:17}", *(f"{load(file, way):16}" for way in ways))

with keras.saving.custom_object_scope({"Scale": Scale}):
    print("scope and custom_objects:", load("plain.keras", {"Scale": Other}))
