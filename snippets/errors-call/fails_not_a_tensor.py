import keras


class Power(keras.layers.Layer):
    def call(self, x, exponent=1):
        return x**exponent


layer = Power()
layer(keras.random.normal((6, 3), seed=0), 2)
