import keras


class Center(keras.layers.Layer):
    def call(self, x):
        return x - keras.ops.mean(x, axis=-1, keepdims=True)


layer = Center()
x = keras.random.normal((6, 3), seed=0)
print(layer(keras.Input((3,))).shape)
