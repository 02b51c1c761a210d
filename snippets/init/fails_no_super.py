import keras


class Times(keras.layers.Layer):
    def __init__(self, factor):
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Times(4)
print(f"{layer.factor = }")
layer(keras.ops.ones((6, 3)))
