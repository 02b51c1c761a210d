import keras


class Difference(keras.layers.Layer):
    def call(self, inputs):
        a, b = inputs
        return a - b


layer = Difference()
a = keras.random.normal((6, 3), seed=0)
layer(a, a)
