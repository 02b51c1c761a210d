import keras


def square(x):
    return x * x


layer = keras.layers.Lambda(square)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
keras.models.load_model("model.keras")
