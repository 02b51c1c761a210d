import keras
import numpy as np
from contract import broken_promises
from keras import layers, ops
from residual_unit import ResidualUnit


def path(sizes, strides):
    parts = [
        layer for size, stride in zip(sizes, strides) for layer in (
            layers.Conv2D(6, size, stride, padding="same", use_bias=False),
            layers.BatchNormalization(), layers.ReLU())]
    return keras.Sequential(parts[:-1])


main, around = path([3, 3], [2, 1]), path([1], [2])
draw = np.random.default_rng(0)
x = draw.normal(size=(8, 9, 8, 4)).astype("float32")
layer = ResidualUnit(filters=6, strides=2)
layer.build(x.shape)
layer.set_weights([draw.uniform(0.1, 1, w.shape) for w in layer.weights])
for sequence, count in ((main, slice(0, 10)), (around, slice(10, 15))):
    sequence.build(x.shape)
    sequence.set_weights(layer.get_weights()[count])

for training in (False, True):
    side, y = around(x, training=training), main(x, training=training)
    expected = ops.convert_to_numpy(ops.relu(side + y))
    y = ops.convert_to_numpy(layer(x, training=training))
    print(f"{y.shape = }, {np.allclose(y, expected, atol=1e-5) = }")
statistics = zip(layer.get_weights(),
                 main.get_weights() + around.get_weights())
same = all(np.allclose(a, b, atol=1e-5) for a, b in statistics)
print(f"{same = }")
given = {"filters": 6, "strides": 2}
broken = broken_promises(ResidualUnit, given, (9, 8, 4))
print(f"{broken = }")
