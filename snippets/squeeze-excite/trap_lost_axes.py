import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class Gate(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(
            input_shape[-1], activation="sigmoid", dtype=self.dtype_policy)
        self.dense.build((None, input_shape[-1]))

    def call(self, x):
        return x * self.dense(ops.mean(x, axis=(1, 2)))


layer = Gate()
x = np.random.default_rng(0).random((8, 8, 8, 6)).astype("float32")
y = ops.convert_to_numpy(layer(x))
gate = ops.convert_to_numpy(layer.dense(ops.mean(x, axis=(1, 2))))
print(f"{y.shape = }, {gate.shape = }")
print(f"{np.allclose(y[5], x[5] * gate[5]) = }")
print(f"{np.allclose(y[:, :, 5], x[:, :, 5] * gate[5]) = }")
