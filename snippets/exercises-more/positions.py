import keras
from contract import check_layer
from keras import ops


class Positions(keras.layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=input_shape[1:], name="table")

    def call(self, x):
        return x + self.table

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Positions()
x = keras.random.normal((6, 5, 3), seed=0)
for shape in (5, 3), (4, 2):
    check_layer(Positions, {}, shape, reference=lambda x, table: x + table)
    layer = Positions()
    ones, table = ops.ones((7, *shape)), keras.random.normal(shape, seed=1)
    layer(ones)
    for weight in layer.trainable_weights:
        weight.assign(ops.reshape(table, weight.shape))
    assert ops.all(layer(ones) == 1 + table)
print("passed")
