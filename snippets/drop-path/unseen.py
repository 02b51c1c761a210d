import keras
import numpy as np
from contract import broken_promises
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class OneForAll(keras.layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.generator = keras.random.SeedGenerator()

    def call(self, x, training=None):
        if not training:
            return x
        kept = keras.random.uniform((), seed=self.generator) >= self.rate
        return ops.where(kept, x, ops.zeros_like(x))

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


keras.utils.set_random_seed(0)
layer = OneForAll(0.5)
x = np.ones((8, 3), "float32")
outputs = np.array([
    ops.convert_to_numpy(layer(x, training=True)) for _ in range(300)])
kept = np.any(outputs != 0, axis=2).sum(axis=1)
print(f"{set(kept.tolist()) = }, {outputs.mean() = :.1f}")
broken = broken_promises(OneForAll, {"rate": 0.25}, (3,), random=True)
print(f"{broken = }")
