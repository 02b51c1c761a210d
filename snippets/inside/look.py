import keras
from inspect_layer import inspect_layer

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.layers.Dense(8, activation="relu", name="wide"),
        keras.layers.Dropout(0.5, name="drop"),
        keras.layers.Dense(1, name="score"),
    ],
    name="tower",
)
x = keras.random.normal((6, 3), seed=0)
print(inspect_layer(model, x))
