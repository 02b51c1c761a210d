import keras


class Tied(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        size = self.dense.kernel.shape[0]
        self.bias = self.add_weight(shape=(size,), name="bias")


layer = Tied(4)
layer.build((6, 3))
