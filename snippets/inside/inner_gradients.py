import keras
from inspect_layer import inspect_layer
from keras import ops

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.layers.Dense(4, activation="relu", name="hidden"),
        keras.layers.Dense(2, name="classes"),
    ]
)
x = keras.random.normal((6, 3), seed=0)
report = inspect_layer(model, x, loss=lambda y: ops.sum(y[:, 1]))
hidden = next(call for call in report.calls if call.name == "hidden")
print("value    ", hidden.outputs[0][0].round(2))
print("gradient ", hidden.gradients[0][0].round(2))
print("kernel   ", ops.convert_to_numpy(model.layers[-1].kernel)[:, 1].round(2))
