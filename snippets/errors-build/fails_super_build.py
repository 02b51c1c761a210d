import keras


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(shape=(input_shape[-1],), name="bias")
        super().build()

    def call(self, x):
        return x + self.bias


layer = Shift()
layer(keras.random.normal((6, 3), seed=0))
