import keras
from sklearn.datasets import load_digits


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


x, digit = load_digits(return_X_y=True)
layer = MyDense(10)
y = layer(x / 16)
print(f"{tuple(y.shape) = }")
