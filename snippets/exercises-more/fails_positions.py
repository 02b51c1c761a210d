import keras
from contract import check_layer
from keras import ops


class Positions(keras.layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=input_shape, name="table")

    def call(self, x):
        return x + self.table

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Positions()
x = keras.random.normal((6, 5, 3), seed=0)
check_layer(Positions, {}, (5, 3), reference=lambda x, table: x + table)
same = layer(ops.ones((6, 5, 3)))
assert ops.all(same[0] == same[1]) and ops.all(same[:, 0] != same[:, 1])
print("passed")
