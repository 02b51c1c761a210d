import keras

layer = keras.layers.Lambda(lambda x: keras.ops.exp(x))
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
print("saved")

try:
    keras.models.load_model("model.keras")
except ValueError as error:
    print(f"ValueError: {error}")

model = keras.models.load_model("model.keras", safe_mode=False)
print("loaded")
model(keras.ops.zeros((6, 3)))
