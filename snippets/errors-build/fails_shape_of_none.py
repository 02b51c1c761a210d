import keras


class RowSum(keras.layers.Layer):
    def call(self, x):
        return keras.ops.sum(x, axis=-1)

    def compute_output_shape(self, input_shape):
        input_shape[:-1]


layer = RowSum()
layer(keras.Input((3,)))
