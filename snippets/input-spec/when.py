import keras
from keras import ops


class Pixels(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: 3})

    def build(self, input_shape):
        self.factor = self.add_weight(initializer="ones", name="factor")

    def call(self, x, shift=0.0):
        return x * self.factor + shift


layer = Pixels()
x = ops.ones((2, 4, 3))
for title, attempt in {
    "eager": lambda: layer(ops.ones((2, 3))),
    "symbolic": lambda: layer(keras.Input((3,))),
    "unknown axis": lambda: layer(keras.Input((None, None))),
    "second argument": lambda: layer(x, shift=ops.ones((3,))),
    "layer.call": lambda: layer.call(ops.ones((2, 3))),
}.items():
    try:
        answer = tuple(attempt().shape)
    except ValueError as error:
        answer = str(error).partition(": ")[2]
    print(f"{title:15} {layer.built = !s:5} {answer}")
