import keras


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        size = input_shape[0] * input_shape[1]
        self.bias = self.add_weight(shape=(size,), name="bias")

    def call(self, x):
        return x + self.bias


layer = Shift()
layer(keras.Input((3,)))
