import keras
from contract import check_layer
from keras import ops


class Penalty(keras.layers.Layer):
    def __init__(self, rate=0.01, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x):
        self.add_loss(self.rate * ops.mean(ops.abs(x)))
        return x

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Penalty(0.5)
x = keras.random.normal((6, 3), seed=0)
check_layer(Penalty, {"rate": 0.5}, (3,))
for rate, rows in (0.5, 6), (0.2, 2):
    layer, some = Penalty(rate), x[:rows]
    assert ops.all(layer(some) == some)
    wanted = float(rate * ops.mean(ops.abs(some)))
    assert [abs(float(loss) - wanted) < 1e-6 for loss in layer.losses] == [True]
dense = keras.layers.Dense(3, kernel_initializer="ones")
model = keras.Sequential([keras.Input((3,)), dense, Penalty(1.0)])
model.compile("sgd")
model.train_on_batch(x)
assert ops.all(dense.kernel != 1)
print("passed")
