import keras


class Loose(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, name="factor")

    def call(self, x):
        return x * self.factor


class Strict(Loose):
    def build(self, input_shape):
        super().build(input_shape)
        axes = {-1: input_shape[-1]}
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes=axes)


x = keras.ops.ones((6, 3))
for layer in [Loose(), Strict()]:
    layer(x)
    try:
        print(tuple(layer(keras.ops.ones((6, 1))).shape))
    except ValueError as error:
        print(error)
