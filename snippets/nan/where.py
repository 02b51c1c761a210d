import keras
from inspect_layer import inspect_layer
from keras import ops


class Hidden(keras.layers.Layer):
    def call(self, x):
        return ops.where(x > 0, ops.log(x), 0.0)


class Filled(keras.layers.Layer):
    def call(self, x):
        return ops.where(x > 0, ops.log(ops.where(x > 0, x, 1.0)), 0.0)


x = ops.array([[1.0, 0.0], [2.0, 3.0]])
for logs in (Hidden, Filled):
    dense = keras.layers.Dense(2, kernel_initializer="identity", name="dense")
    model = keras.Sequential([dense, logs(name="logs")], name="model")
    report = inspect_layer(model, x)
    print(report.outputs["logs"].round(2).tolist())
    print(report.verdict)
