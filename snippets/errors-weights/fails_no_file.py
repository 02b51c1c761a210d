import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.save("model.keras")
keras.models.load_model("my_model.keras")
