import keras
import numpy as np
from keras import layers

x = keras.random.normal((32, 3), seed=0)
y = keras.random.normal((32, 2), seed=1)
made = keras.Sequential([
    keras.Input((3,)), layers.Dense(4, name="body"),
    layers.Dense(2, name="head")])
made.compile("sgd", "mse")
made.save("model.keras")


def moved(model):
    before = [layer.get_weights() for layer in model.layers]
    model.fit(x, y, verbose=0)
    return {
        layer.name: not all(map(np.array_equal, old, layer.get_weights()))
        for layer, old in zip(model.layers, before)}


model = keras.models.load_model("model.keras")
print("loaded  ", moved(model))
model.get_layer("body").trainable = False
print("frozen  ", moved(model))
model.compile("sgd", "mse")
print("compiled", moved(model))
model.save("frozen.keras")
print("again   ", moved(keras.models.load_model("frozen.keras")))
