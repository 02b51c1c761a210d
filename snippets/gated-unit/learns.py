import keras
import numpy as np
from gated_unit import GatedUnit

x = np.random.default_rng(0).normal(size=(1500, 4)).astype("float32")
target = x[:, 0] * x[:, 1] - x[:, 2] * x[:, 3]


def trained(*layers):
    head = keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((4,)), *layers, head])
    model.compile(keras.optimizers.Adam(0.02), "mse")
    history = model.fit(
        x[:1000], target[:1000], batch_size=100, epochs=10, verbose=0)
    error = model.evaluate(x[1000:], target[1000:], verbose=0)
    return model.count_params(), history, error


keras.utils.set_random_seed(0)
count, _, error = trained(
    keras.layers.Dense(10, activation="relu"), keras.layers.Dense(4))
print(f"dense: {count = }, {error = :.1f}")
keras.utils.set_random_seed(0)
layer = GatedUnit(hidden=6)
count, history, error = trained(layer)
print(f"gated: {count = }, {error = :.1f}")
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
