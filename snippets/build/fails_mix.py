import keras
import numpy as np


class Mix(keras.layers.Layer):
    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


layer = Mix()
for shape in [(6, 3), (2, 4, 5)]:
    layer, columns = Mix(), shape[-1]
    x = np.random.normal(size=shape).astype("float32")
    assert np.allclose(layer(x), x)
    assert len(layer.trainable_weights) == 2

    kernel = np.random.normal(size=(columns, columns))
    bias = np.random.normal(size=columns)
    layer.set_weights([kernel, bias])
    assert np.allclose(layer(x), x @ kernel + bias, atol=1e-5)
    assert layer(x[:1]).shape == (1, *shape[1:])
print("passed")
