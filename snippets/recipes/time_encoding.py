import math

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="recipes")
class PeriodicTime(keras.layers.Layer):
    """Waves of known periods, such as day and week, for each time."""

    def __init__(self, periods, waves=1, **kwargs):
        super().__init__(autocast=False, **kwargs)
        periods = periods.tolist() if hasattr(periods, "tolist") else periods
        listed = isinstance(periods, (list, tuple)) and len(periods) > 0
        right = listed and all(0 < p < math.inf for p in periods)
        whole = isinstance(waves, (int, np.integer))
        if not right or not whole or waves < 1:
            raise ValueError(
                "PeriodicTime needs a list of periods greater than 0 and at "
                "least one wave of each; it got "
                f"periods={periods}, waves={waves}"
            )
        self.periods = [int(p) if p == int(p) else float(p) for p in periods]
        self.waves = int(waves)
        self.supports_masking = True

    def call(self, times):
        features = []
        for period in self.periods:
            part = ops.cast(ops.mod(times, period), "float32") / period
            for wave in range(1, self.waves + 1):
                angle = part * (2 * math.pi * wave)
                features += [ops.sin(angle), ops.cos(angle)]
        return ops.cast(ops.stack(features, axis=-1), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return (*input_shape, 2 * self.waves * len(self.periods))

    def get_config(self):
        config = {"periods": self.periods, "waves": self.waves}
        return {**super().get_config(), **config}
