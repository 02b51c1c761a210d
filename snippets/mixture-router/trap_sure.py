import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class SureOfItself(keras.layers.Layer):
    def build(self, input_shape):
        width = input_shape[-1]
        self.router = self.add_weight(shape=(width, 4), name="router")
        self.kernel = self.add_weight(
            shape=(4, width, width), initializer="he_normal", name="kernel")

    def call(self, x):
        best, expert = ops.top_k(ops.matmul(x, self.router), 1)
        gate = ops.softmax(best)
        picked = ops.one_hot(expert[..., 0], 4, dtype=gate.dtype)
        y = ops.einsum("...d,edh->...eh", x, self.kernel)
        return ops.einsum("...eh,...e->...h", y, gate * picked)


layer = SureOfItself()
x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), layer])
model.compile("sgd", "mse")
before = layer.get_weights()
model.fit(x, np.ones((6, 3)), verbose=0)
for old, new in zip(before, layer.weights):
    print(new.name, np.allclose(old, new))
