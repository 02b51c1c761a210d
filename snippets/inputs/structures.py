import keras
from keras import ops


class Pair(keras.layers.Layer):
    def build(self, input_shape):
        print(input_shape)

    def call(self, a, b):
        return ops.concatenate([a, b], axis=-1)


class Join(keras.layers.Layer):
    def build(self, input_shape):
        print(input_shape)

    def call(self, inputs):
        return ops.concatenate(keras.tree.flatten(inputs), axis=-1)


a, b = ops.ones((4, 3)), ops.ones((4, 5))
Pair()(a, b)
for x in [(a, b), [a, b], {"left": a, "right": b}]:
    layer = Join()
    layer(x)
