import keras


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, any_name):
        shape = [any_name[-1], self.units]
        self.kernel = self.add_weight(shape=shape, name="kernel")
        print(f"{any_name = }")

    def call(self, X):
        return X @ self.kernel


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


keras.config.disable_traceback_filtering()
x = keras.random.normal((6, 3), seed=0)
layer = MyDense(4)
attempt(lambda: layer.call(x))
print(f"{tuple(layer(x).shape) = }, {layer.built = }")
print(f"{type(x.shape).__name__ = }, {type(keras).__name__ = }")
print(f"{hasattr(layer, 'batch_input_shape') = }")

whole = keras.ops.ones((6, 3), dtype="int32")
dense = keras.layers.Dense(4)
attempt(lambda: layer(whole))
print(f"{tuple(dense(whole).shape) = }")
print(f"{type(dense.kernel_initializer).__name__ = }")
