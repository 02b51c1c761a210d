import keras


class Exp(keras.layers.Layer):
    def call(self, x):
        return keras.ops.exp(x)


layer = Exp()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
