import keras


class Center(keras.layers.Layer):
    def call(self, x):
        return x - x.numpy().mean()


layer = Center()
layer(keras.Input((3,)))
