import numpy as np

import keras
from keras import ops


class MyBatchNorm(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        self.variance = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", trainable=False
        )

    def call(self, x, training=False):
        mean = self.mean
        variance = self.variance
        if training:
            mean = ops.mean(x, axis=0)
            variance = ops.var(x, axis=0)
            self.mean.assign(0.99 * self.mean + 0.01 * mean)
            self.variance.assign(0.99 * self.variance + 0.01 * variance)
        return (x - mean) / ops.sqrt(variance + 0.001)


layer = MyBatchNorm()
x = np.array([[9.0, 1.0], [10.0, 3.0], [11.0, 5.0]], dtype="float32")
print(ops.convert_to_numpy(layer(x, training=True)).round(2))
