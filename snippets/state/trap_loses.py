import numpy as np

import keras
from keras import ops


class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, x, training=False):
        mean = self.mean
        if training:
            mean = ops.mean(x, axis=0)
            self.mean = 0.5 * self.mean + 0.5 * mean
        return x - mean


layer = Center()
x = np.array([[9.0, 1.0], [10.0, 2.0], [11.0, 3.0]], dtype="float32")
for _ in range(3):
    layer(x, training=True)
    print(ops.convert_to_numpy(layer.mean).round(2))
print(f"{layer.weights[0].numpy() = }")
print(f"{isinstance(layer.mean, keras.Variable) = }")
