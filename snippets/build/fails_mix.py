import keras
import numpy as np


class Mix(keras.layers.Layer):
    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


layer = Mix()
for rows, columns in [(6, 3), (2, 5)]:
    layer = Mix()
    x = np.random.normal(size=(rows, columns)).astype("float32")
    assert np.allclose(layer(x), x)

    kernel = np.random.normal(size=(columns, columns))
    bias = np.random.normal(size=columns)
    layer.set_weights([kernel, bias])
    assert np.allclose(layer(x), x @ kernel + bias, atol=1e-5)
    assert layer(x[:1]).shape == (1, columns)
print("passed")
