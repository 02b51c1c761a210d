import numpy as np

import keras
from keras import ops


class MyBatchNorm(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gamma = self.add_weight(shape=shape, initializer="ones")
        self.beta = self.add_weight(shape=shape, initializer="zeros")
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
        x = (x - mean) / ops.sqrt(variance + 0.001)
        return x * self.gamma + self.beta


x = np.random.default_rng(0).normal(5, 3, size=(64, 2)).astype("float32")
theirs, layer = keras.layers.BatchNormalization(), MyBatchNorm()
for kind in (theirs, layer):
    model = keras.Sequential([keras.Input((2,)), kind])
    model.compile("sgd", "mse")
    model.fit(x, 2 * x, epochs=5, shuffle=False, verbose=0)
for weight, ours in zip(theirs.weights, layer.weights):
    print(f"{weight.name:15}", np.allclose(weight, ours, atol=1e-5))
print(f"{np.allclose(theirs(x), layer(x), atol=1e-5) = }")
