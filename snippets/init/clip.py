import keras
import numpy as np


class Clip(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        return keras.ops.clip(x, -self.limit, self.limit)


layer = Clip(limit=0.5, name="half", trainable=False)
assert layer.name == "half"
assert layer.trainable is False
assert layer.limit == 0.5
assert Clip().limit == 1.0

low, high = Clip(0.5), Clip(2.0)
for rows, columns in [(6, 3), (2, 5)]:
    x = np.random.normal(0.0, 3.0, (rows, columns)).astype("float32")
    for limit, layer in [(0.5, low), (2.0, high)]:
        right = np.clip(x, -limit, limit)
        assert np.allclose(layer(x), right)
    assert Clip()(keras.Input((columns,))).shape == (None, columns)
print("passed")
