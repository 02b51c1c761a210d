import keras
import numpy as np
from sklearn.datasets import load_wine
from standardize import Standardize

x, kind = load_wine(return_X_y=True)
order = np.random.default_rng(0).permutation(len(x))
x, kind = x[order].astype("float32"), kind[order]


def trained(first):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([
        keras.Input((13,)),
        first,
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.02)
    loss = "sparse_categorical_crossentropy"
    model.compile(adam, loss, metrics=["accuracy"])
    history = model.fit(x[:140], kind[:140], epochs=10, verbose=0)
    model.save("wine.keras")
    return keras.models.load_model("wine.keras"), history.history["loss"]


ours = Standardize()
ours.adapt(x[:140])
for first in (keras.layers.Identity(), ours):
    model, loss = trained(first)
    accuracy = model.evaluate(x[140:], kind[140:], verbose=0)[1]
    print(f"{first.name}: {loss[-1] < 0.1 = }, {accuracy > 0.8 = }")
loss = [round(value, 1) for value in loss]
print(f"{loss = }")
