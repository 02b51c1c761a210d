import keras

layer = keras.layers.Lambda(lambda x: x * 2)
model = keras.Sequential([keras.Input((3,)), layer])
try:
    keras.models.clone_model(model)
    print("cloned")
except ValueError as error:
    print("ValueError:", str(error).partition(" whose")[0])
