import keras
import numpy as np
from contract import broken_promises
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class SameMask(keras.layers.Layer):
    def __init__(self, rate, seed=1, **kwargs):
        super().__init__(**kwargs)
        self.rate, self.seed = rate, seed

    def call(self, x, training=None):
        return keras.random.dropout(x, self.rate, seed=self.seed)

    def get_config(self):
        config = {"rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}


layer = SameMask(0.5)
inputs = np.ones((4, 3), "float32")
answers = [ops.convert_to_numpy(layer(inputs)) for _ in range(50)]
print(f"{np.std(answers, axis=0).max() = :.0f}")
broken = broken_promises(SameMask, {"rate": 0.5}, (3,), random=True)
print(broken[0].promise)
