import keras


@keras.saving.register_keras_serializable(package="book")
class Nested(keras.layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth
        dtype = self.dtype_policy
        if depth > 1:
            self.inner = type(self)(depth - 1, dtype=dtype)
        else:
            self.inner = keras.layers.Dense(3, dtype=dtype)

    def call(self, x):
        ran.append(self.depth)
        return self.inner(x)


@keras.saving.register_keras_serializable(package="book")
class BuiltNested(Nested):
    def build(self, input_shape):
        self.inner.build(input_shape)


x = keras.random.normal((6, 3), seed=0)
for kind in Nested, BuiltNested:
    ran = []
    layer = kind(depth=3)
    layer(x)
    print(kind.__name__, {depth: ran.count(depth) for depth in (3, 2, 1)})
