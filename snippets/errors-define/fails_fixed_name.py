import keras


class Square(keras.layers.Layer):
    def __init__(self):
        super().__init__(name="square")

    def call(self, x):
        return x * x


model = keras.Sequential([Square(), Square()])
