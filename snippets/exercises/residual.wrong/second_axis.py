import keras
from contract import check_layer
from keras import ops


class Residual(keras.layers.Layer):
    def build(self, input_shape):
        self.inner = keras.layers.Dense(input_shape[1])
        self.inner.build(input_shape)

    def call(self, x):
        return x + self.inner(x)

    def compute_output_shape(self, input_shape):
        return input_shape
