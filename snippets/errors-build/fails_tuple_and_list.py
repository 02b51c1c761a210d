import keras


class Pair(keras.layers.Layer):
    def call(self, x):
        return keras.ops.stack([x, x], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape + [2]


layer = Pair()
layer(keras.Input((3,)))
