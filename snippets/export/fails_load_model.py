import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.export("exported", verbose=False)
print("exported")
keras.models.load_model("exported")
