import keras
from contract import check_layer
from keras import ops


class Residual(keras.layers.Layer):
    def build(self, input_shape):
        self.inner = keras.layers.Dense(input_shape[-1])
        self.inner.build(input_shape)

    def call(self, x):
        return x + self.inner(x)

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Residual()
x = keras.random.normal((6, 3), seed=0)
check_layer(Residual, {}, (3,), reference=lambda x, w, b: x + x @ w + b)
for shape in (7, 3), (7, 2, 5):
    layer, x = Residual(), keras.random.normal(shape, seed=0)
    assert ops.all(layer(x) == layer(x))
    wanted = [2 * shape[-1:], shape[-1:]]
    assert [tuple(w.shape) for w in layer.trainable_weights] == wanted
print("passed")
