import keras
from contract import check_layer
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        raise NotImplementedError("one factor for each feature")

    def call(self, x):
        return x * self.factor

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
check_layer(Scale, {}, (3,), reference=lambda x, factor: x * factor)
assert ops.all(layer(x) == x)
for width in 3, 5:
    layer = Scale()
    layer(ops.ones((7, width)))
    assert tuple(layer.factor.shape) == (width,)
print("passed")
