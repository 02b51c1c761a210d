import keras
from keras import ops


class Watch(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.size = keras.metrics.Mean(name="size")

    def call(self, x):
        self.size.update_state(ops.abs(x))
        return x * 1.0


layer = Watch()
x = ops.ones((6, 3))
layer(x), layer(3 * x)
print(f"{float(layer.size.result()) = }")
print(f"{layer.weights = }")
print(f"{[variable.path for variable in layer.metrics_variables] = }")
layer.size.reset_state()
print(f"{float(layer.size.result()) = }")
