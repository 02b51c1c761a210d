import keras


class Loose(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


@keras.saving.register_keras_serializable(package="book")
class Block(Loose):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3, dtype=self.dtype_policy)


before = keras.config.dtype_policy()
keras.config.set_dtype_policy("mixed_float16")
layers = Loose(), Loose(dtype="float32"), Block(dtype="float32")
keras.config.set_dtype_policy(before)

for layer in layers:
    kind, inner = type(layer).__name__, layer.dense
    print(f"{kind}: {layer.compute_dtype}, inside {inner.compute_dtype}")
x = keras.random.normal((6, 3), seed=0)
