import keras
import numpy as np


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.offset = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="offset"
        )

    def call(self, x):
        return x + self.offset


layer = Shift()
for layer, rows, columns in [(layer, 6, 3), (Shift(), 2, 5)]:
    numbers = np.random.default_rng(rows).normal(size=(rows, columns))
    layer(numbers)
    assert len(layer.trainable_weights) == 1
    offsets = np.arange(1.0, columns + 1)
    layer.set_weights([offsets])
    outputs = keras.ops.convert_to_numpy(layer(numbers))
    assert outputs.shape == numbers.shape
    assert np.allclose(outputs, numbers + offsets, atol=1e-5)
    layer(keras.Input((columns,)))
print("passed")
