import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Counter(keras.layers.Layer):
    def __init__(self, exact=True, **kwargs):
        super().__init__(**kwargs)
        self.exact = exact

    def build(self, input_shape):
        self.count = self.add_weight(
            shape=(), initializer="zeros", trainable=False,
            autocast=not self.exact, name="count",
        )

    def call(self, x):
        self.count.assign(self.count + 1)
        return x * 1


x = ops.ones((6, 3))
for exact in False, True:
    layer = Counter(exact, dtype="mixed_float16")
    layer(x)
    layer.count.assign(2048)
    layer(x)
    print(f"{exact = }, {layer.count.dtype = }, {float(layer.count) = }")
