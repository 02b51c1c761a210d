import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Gated(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.gate = self.add_weight(shape=shape, name="gate")

    def call(self, x):
        opened = ops.sigmoid(ops.matmul(x, self.gate))
        return ops.matmul(x, self.kernel) * opened

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


draw = np.random.default_rng(0)
x = draw.normal(size=(6, 3)).astype("float32")
kernel, gate = draw.normal(size=(2, 3, 4)).astype("float32")
layer = Gated(4)
layer.build(x.shape)
layer.set_weights([kernel, gate])
y = ops.convert_to_numpy(layer(x))
expected = x @ kernel / (1 + np.exp(-x @ gate))
print(f"{y.shape = }")
print(f"{bool(np.abs(y - expected).max() < 1e-6) = }")
