import keras


class Strict(keras.layers.Layer):
    def call(self, x):
        raise ValueError("no")


try:
    Strict()(keras.Input((3,)))
except ValueError as error:
    text = str(error)
    print(text[text.index("Arguments") :])
