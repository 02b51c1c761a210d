import logging

import keras


def optimizer(path):
    return type(keras.models.load_model(path).optimizer).__name__


logging.disable()
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.save("before.keras")
model.save("model.h5")
model.save("after.keras")
print(f"{optimizer('before.keras') = }")
print(f"{optimizer('after.keras')  = }")
keras.models.load_model("model.h5")
