import keras
from contract import check_layer
from keras import ops


class CountRows(keras.layers.Layer):
    def build(self, input_shape):
        self.rows = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="rows")

    def call(self, x, training=None):
        if training:
            self.rows.assign_add(ops.size(x) // 3)
        return x

    def compute_output_shape(self, input_shape):
        return input_shape
