import keras
from contract import check_layer
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", trainable=False, name="factor")

    def call(self, x):
        return x * self.factor

    def compute_output_shape(self, input_shape):
        return input_shape
