import keras
from inspect_layer import inspect_layer

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.layers.Conv1D(4, 3, name="conv"),
        keras.layers.Flatten(name="flat"),
        keras.layers.Dense(2, name="dense"),
    ],
    name="net",
)
model(keras.random.normal((6, 8, 3), seed=0))
inspect_layer(model, keras.random.normal((6, 9, 3), seed=0))
