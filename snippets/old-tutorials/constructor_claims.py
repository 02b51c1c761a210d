import keras


class Scale(keras.layers.Layer):
    def __init__(self, pair, **kwargs):
        self.kind = type(kwargs).__name__
        super().__init__(**kwargs)
        self.pair = pair
        self.me = lambda: self

    def call(self, x):
        return x * self.pair[0] + self.pair[1]


class Closed(keras.layers.Layer):
    def __init__(self, *args):
        super().__init__(*args)


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


x = keras.random.normal((6, 3), seed=0)
layer = Scale((2, 1), name="mine", trainable=True)
print(f"{Scale.__bases__[0] is keras.layers.Layer = }")
print(f"{layer.me() is layer = }, {layer.kind = }")
print(f"{layer.name = }, {layer.trainable = }, {layer.pair = }")
attempt(lambda: Closed(name="mine"))
attempt(lambda: Closed("mine"))
attempt(lambda: Scale((2, 1), trainable=keras.ops.ones(())))
attempt(lambda: Scale((2, 1), batch_input_shape=(6, 3)))
attempt(lambda: Scale((2, 1), input_shape=(3,)))
