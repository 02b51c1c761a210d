import keras
import numpy as np
from monte_carlo_dropout import MCDropout, sampled
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")

keras.utils.set_random_seed(0)
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(128, activation="relu"),
    MCDropout(0.3),
    keras.layers.Dense(10, activation="softmax"),
])
adam = keras.optimizers.Adam(0.005)
model.compile(adam, "sparse_categorical_crossentropy")
history = model.fit(
    x[:1000], digit[:1000], batch_size=100, epochs=10, verbose=0)

mean, deviation = sampled(model, x[1000:], times=20)
found = mean.argmax(axis=-1)
doubt = np.take_along_axis(deviation, found[:, None], axis=-1)[:, 0]
right = (found == digit[1000:])[np.argsort(doubt)]
print(f"{right[:400].mean() = :.1f}, {right[-100:].mean() = :.1f}")
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
