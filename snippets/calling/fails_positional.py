import keras


class Scale(keras.layers.Layer):
    def call(self, x, factor=2.0):
        return x * factor


layer = Scale()
x = keras.ops.ones((6, 3))
print(f"{float(layer(x, factor=3.0)[0, 0]) = }")
layer(x, 3.0)
