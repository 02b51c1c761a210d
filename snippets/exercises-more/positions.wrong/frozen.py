import keras
from contract import check_layer
from keras import ops


class Positions(keras.layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=input_shape[1:], trainable=False, name="table")

    def call(self, x):
        return x + self.table

    def compute_output_shape(self, input_shape):
        return input_shape
