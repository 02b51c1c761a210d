import inspect

import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight()

    def call(self, x):
        return x * self.factor


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
layer(x)
for argument in inspect.signature(layer.add_weight).parameters.values():
    if argument.kind is argument.KEYWORD_ONLY:
        print(f"{argument.name:23} {argument.default!r}")

print(f"{tuple(layer.factor.shape) = }, {layer.factor.dtype = }")
