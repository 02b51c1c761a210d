import keras

layer = keras.layers.Lambda(keras.ops.exp)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
try:
    keras.models.load_model("model.keras")
    print("loaded")
except TypeError as error:
    print("TypeError:", str(error).partition(". ")[0])
