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
for shape in (7, 3), (7, 2, 5):
    layer = Scale()
    layer(ops.ones(shape))
    wanted = [shape[-1:]]
    assert [tuple(w.shape) for w in layer.trainable_weights] == wanted
print("passed")
