import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Gated(keras.layers.Layer):
    def build(self, input_shape):
        self.both = keras.layers.Dense(
            2 * input_shape[-1], dtype=self.dtype_policy)
        self.both.build(input_shape)

    def call(self, x):
        gate, value = ops.split(self.both(x), 2)
        return ops.silu(gate) * value


layer = Gated()
x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
y = layer(x)
print(f"{x.shape = }, {tuple(y.shape) = }")
