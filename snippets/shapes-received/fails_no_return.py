import keras


class Double(keras.layers.Layer):
    def call(self, x):
        return keras.ops.concatenate([x, x], axis=-1)

    def compute_output_shape(self, input_shape):
        print((*input_shape[:-1], 2 * input_shape[-1]))


layer = Double()
layer(keras.Input((3,)))
