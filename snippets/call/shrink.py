import keras
import numpy as np


class Shrink(keras.layers.Layer):
    def __init__(self, step, **kwargs):
        super().__init__(**kwargs)
        self.step = step

    def call(self, x):
        lower = keras.ops.where(x < -self.step, x + self.step, 0.0)
        return keras.ops.where(x > self.step, x - self.step, lower)


layer = Shrink(0.5)
for rows, columns in [(6, 3), (2, 5)]:
    x = np.random.normal(size=(rows, columns)).astype("float32")
    for step in [0.5, 1.0]:
        layer = Shrink(step)
        right = np.sign(x) * np.maximum(np.abs(x) - step, 0)
        assert np.allclose(layer(x), right, atol=1e-6)
        model = keras.Sequential([keras.Input((columns,)), layer])
        answer = model.predict(x, verbose=0)
        assert np.allclose(answer, right, atol=1e-6)
        symbolic = layer.call(keras.Input((columns,)))
        assert symbolic.shape == (None, columns)
print("passed")
