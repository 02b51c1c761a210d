import keras
import numpy as np
from keras import ops
from residual_unit import ResidualUnit


@keras.saving.register_keras_serializable(package="recipes")
class Hasty(ResidualUnit):
    def call(self, x, training=True):
        return super().call(x, training=training)


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(5, 1, (6, 8, 8, 3)).astype("float32")
layer = Hasty(3)
for call in range(3):
    y = ops.convert_to_numpy(layer(x))[0]
    alone = ops.convert_to_numpy(layer(x[:1]))[0]
    mean = float(ops.mean(layer.main[1].moving_mean))
    print(f"{mean = :.2f}, {np.allclose(y, alone, atol=1e-3) = }")
