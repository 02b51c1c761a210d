import keras
import numpy as np
from contract import check_layer
from keras import ops


class Gate(keras.layers.Layer):
    def build(self, value_shape, gate_shape):
        raise NotImplementedError("a kernel from gate to value")

    def call(self, value, gate):
        raise NotImplementedError("value times sigmoid(gate @ kernel)")

    def compute_output_shape(self, value_shape, gate_shape):
        return value_shape


layer = Gate()
x = keras.random.normal((6, 3), seed=0), keras.random.normal((6, 5), seed=1)
assert ops.all(layer(x[0], ops.zeros((6, 5))) == x[0] / 2)
for shapes in ((3,), (5,)), ((4, 2), (4, 6)):
    check_layer(
        Gate, {}, shapes,
        reference=lambda value, gate, w: value / (1 + np.exp(-gate @ w)))
    layer = Gate()
    layer(*(ops.ones((6, *shape)) for shape in shapes))
    wanted = (shapes[1][-1], shapes[0][-1])
    assert [tuple(w.shape) for w in layer.trainable_weights] == [wanted]
print("passed")
