import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)

    def get_config(self):
        config = super().get_config()
        print(f"{type(config).__name__ = }, {list(config) = }")
        return {**config, "units": self.units}


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(f"{[6, 3][:-1] + [4] = }, {(*(6, 3)[:-1], 4) = }")
attempt(lambda: (6, 3)[:-1] + [4])
attempt(lambda: {**[1, 2], "units": 4})
x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4)
print(f"{list(layer.get_config()) = }")
