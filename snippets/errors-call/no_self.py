import keras


class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x


layer = Double()
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
