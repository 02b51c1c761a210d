import keras
from inspect_layer import inspect_layer
from keras import ops


class Share(keras.layers.Layer):
    def call(self, x):
        return x / ops.sum(x, axis=-1, keepdims=True)


keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.layers.Dense(4, activation="relu", name="wide"),
        Share(name="share"),
        keras.layers.Dense(1, name="score"),
    ],
    name="model",
)
x = keras.random.normal((6, 3), seed=0)
report = inspect_layer(model, ops.concatenate([x, 0 * x]))
print(report.verdict)
