import keras
from contract import check_layer
from keras import ops


class Leak(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x):
        return ops.where(x > 0, x, self.rate * x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


layer = Leak(0.5)
x = keras.random.normal((6, 3), seed=0)
for rate in 0.5, 0.25:
    layer = Leak(rate)
    check_layer(Leak, {"rate": rate}, (3,))
    again = Leak.from_config(layer.get_config())
    assert again.rate == rate and ops.all(again(x) == layer(x))
print("passed")
