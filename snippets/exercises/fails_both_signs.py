import keras
from contract import check_layer
from keras import ops


class BothSigns(keras.layers.Layer):
    def call(self, x):
        return ops.concatenate([ops.relu(x), ops.relu(-x)], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = BothSigns()
x = keras.random.normal((6, 3), seed=0)
check_layer(BothSigns, {}, (3,))
for width in 3, 5:
    model = keras.Sequential([keras.Input((4, width)), BothSigns()])
    signs = model(ops.ones((7, 4, width)))
    assert model.output_shape == (None, 4, 2 * width)
    assert tuple(signs.shape) == (7, 4, 2 * width)
print("passed")
