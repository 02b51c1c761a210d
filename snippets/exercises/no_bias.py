import keras
from contract import check_layer
from keras import ops


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, x):
        return ops.matmul(x, self.kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


layer = MyDense(4)
x = keras.random.normal((6, 3), seed=0)
check_layer(MyDense, {"units": 4}, (3,), reference=lambda x, w: x @ w)
for shape in (7, 3), (7, 2, 5):
    layer = MyDense(2)
    assert tuple(layer(ops.ones(shape)).shape) == (*shape[:-1], 2)
    wanted = [(shape[-1], 2)]
    assert [tuple(w.shape) for w in layer.trainable_weights] == wanted
print("passed")
