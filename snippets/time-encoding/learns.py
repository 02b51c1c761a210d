import keras
import numpy as np
from time_encoding import PeriodicTime

hour = np.arange(12 * 168)
day = hour // 24 % 7
visits = 2 + np.sin((hour - 8) * np.pi / 12) - 1.5 * (day >= 5)
x, y = hour[:, None], visits[:, None]
past, future = slice(0, 8 * 168), slice(8 * 168, None)


def trained(*layers):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([
        keras.Input((1,)),
        *layers,
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    history = model.fit(
        x[past], y[past], batch_size=100, epochs=8, verbose=0)
    return history, model.evaluate(x[future], y[future], verbose=0)


_, error = trained(keras.layers.Rescaling(1 / 168))
print(f"without periods {error = :.1f}")
layer = PeriodicTime([24, 168], waves=4)
history, error = trained(layer, keras.layers.Flatten())
print(f"with periods {error = :.1f}")
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
