import keras
from contract import check_layer
from keras import ops


class CountRows(keras.layers.Layer):
    def build(self, input_shape):
        self.rows = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="rows")

    def call(self, x):
        self.rows = self.rows + ops.shape(x)[0]
        return x

    def compute_output_shape(self, input_shape):
        return input_shape


layer = CountRows()
x = keras.random.normal((6, 3), seed=0)
check_layer(CountRows, {}, (3,))
for width in 3, 5:
    layer, x = CountRows(), ops.ones((6, width))
    for rows, training in (6, True), (4, False), (2, True):
        assert ops.all(layer(x[:rows], training=training) == x[:rows])
    assert [int(w) for w in layer.weights] == [8]
print("passed")
