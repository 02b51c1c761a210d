import json

import keras
import numpy as np


class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = float(factor)

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


layer = Scale(np.float32(2.0))
x = keras.random.normal((6, 3), seed=0)
print(json.loads(json.dumps(layer.get_config()))["factor"])
