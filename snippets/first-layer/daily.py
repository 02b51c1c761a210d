import math

import keras
import numpy as np
from keras import ops


class Clock(keras.layers.Layer):
    def call(self, hours):
        angle = hours * (2 * math.pi / 24)
        return ops.concatenate([ops.sin(angle), ops.cos(angle)], axis=-1)


day = [
    11, 10, 10, 9, 9, 9, 10, 12, 14, 16, 18, 19,
    20, 21, 21, 21, 20, 19, 17, 16, 14, 13, 12, 11,
]
hours = np.arange(28 * 24).reshape(-1, 1)
noise = np.random.default_rng(0).normal(size=28 * 24)
degrees = np.tile(day, 28) + noise

keras.utils.set_random_seed(0)
model = keras.Sequential([
    Clock(),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="mse")
model.fit(hours, degrees, epochs=20, verbose=0)

tomorrow = np.arange(28 * 24, 29 * 24).reshape(-1, 1)
predicted = model.predict(tomorrow, verbose=0)[:, 0]
print(f"mean error: {np.abs(predicted - day).mean():.1f} degrees")
for hour in range(0, 24, 2):
    row = [" "] * 24
    row[day[hour]] = "o"
    row[round(float(predicted[hour]))] = "x"
    print(f"{hour:2}", "".join(row).rstrip())
