import keras

layer = keras.layers.Lambda(lambda x: x * x)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
keras.models.load_model("model.keras")
