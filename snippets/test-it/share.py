import numpy as np

import keras
from contract import check_layer
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Share(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.sharpness = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        power = ops.exp(x * self.sharpness)
        return power / ops.sum(power, axis=-1, keepdims=True)


layer = Share()


def formula(x, sharpness):
    power = np.exp(x * sharpness)
    return power / power.sum(axis=-1, keepdims=True)


x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
for width in (3, 5):
    layer, sharpness = Share(), np.arange(width) + 1.0
    layer.build((None, width))
    layer.set_weights([sharpness])
    for batch in (4, 1):
        x = np.random.default_rng(0).normal(size=(batch, width))
        assert np.allclose(layer(x), formula(x, sharpness), atol=1e-5)
for shape in (3,), (4, 5):
    check_layer(Share, {}, shape, reference=formula)
print("passed")
