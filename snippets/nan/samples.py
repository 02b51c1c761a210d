import keras
from inspect_layer import inspect_layer
from keras import ops


class Distance(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = keras.layers.Dense(1, name="score")

    def call(self, x):
        return self.score(x) - ops.mean(x, axis=-1)


x = keras.random.normal((6, 3), seed=0)
report = inspect_layer(Distance(name="distance"), x)
print(report.verdict)
