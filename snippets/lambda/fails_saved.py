import keras

numbers = keras.ops.ones((6, 1))
model = keras.Sequential([keras.layers.Activation("exponential")])
model(numbers)
model.save("safe.keras")
keras.models.load_model("safe.keras")
print("safe.keras is loaded")

model = keras.Sequential([keras.layers.Lambda(lambda x: keras.ops.exp(x))])
model(numbers)
model.save("risky.keras")
print("risky.keras is saved")
keras.models.load_model("risky.keras")
