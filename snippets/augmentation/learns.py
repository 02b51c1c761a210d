import keras
import numpy as np
from augmentation import RandomShift
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32").reshape(-1, 8, 8, 1)
right = [(0, 0), (0, 0), (1, 0), (0, 0)]
moved = np.pad(x[1500:], right)[:, :, :8]

for pixels in (0, 1):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        RandomShift(pixels),
        keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    loss = "sparse_categorical_crossentropy"
    adam = keras.optimizers.Adam(0.01)
    model.compile(adam, loss, metrics=["accuracy"])
    history = model.fit(
        x[:1500], digit[:1500], batch_size=50, epochs=10, verbose=0)
    accuracy = model.evaluate(moved, digit[1500:], verbose=0)[1]
    print(f"{pixels = }: {accuracy = :.1f}")
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
