import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")
small = digit < 5
keras.utils.set_random_seed(0)
model = keras.Sequential([
    keras.Input((64,)), layers.Dense(64, activation="relu"),
    layers.Dense(32, activation="relu"), layers.Dense(5)])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", loss)
model.fit(x[small], digit[small], epochs=6, verbose=0)
model.save("small.keras")

old = keras.models.load_model("small.keras")
body = keras.Model(old.inputs, old.layers[-2].output)
body.trainable = False
new = keras.Sequential([body, layers.Dense(5)])
new.compile(keras.optimizers.Adam(0.05), loss, metrics=["accuracy"])
before = body.get_weights()
few = np.flatnonzero(~small)[:100]
rest = np.flatnonzero(~small)[100:]
new.fit(x[few], digit[few] - 5, epochs=20, verbose=0)
accuracy = new.evaluate(x[rest], digit[rest] - 5, verbose=0)[1]
same = all(map(np.array_equal, before, body.get_weights()))
print(f"{accuracy = :.1f}, {same = }")

body.trainable = True
new.compile(keras.optimizers.Adam(0.001), loss, metrics=["accuracy"])
new.fit(x[few], digit[few] - 5, epochs=15, verbose=0)
accuracy = new.evaluate(x[rest], digit[rest] - 5, verbose=0)[1]
same = all(map(np.array_equal, before, body.get_weights()))
print(f"{accuracy = :.1f}, {same = }")
