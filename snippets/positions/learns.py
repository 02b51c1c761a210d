import keras
import numpy as np
from positions import TokenAndPosition

draw = np.random.default_rng(0)
tokens = draw.permuted(np.tile(np.arange(1, 9), (1500, 1)), axis=1)
before = (tokens == 1).argmax(axis=1) < (tokens == 2).argmax(axis=1)


def trained(layer):
    model = keras.Sequential([
        keras.Input((None,), dtype="int32"),
        layer,
        keras.layers.Dense(32, activation="relu"),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(0.02)
    model.compile(adam, "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(
        tokens[:1000], before[:1000], batch_size=100, epochs=8, verbose=0)
    return model.evaluate(tokens[1000:], before[1000:], verbose=0)[1], history


keras.utils.set_random_seed(0)
accuracy, _ = trained(keras.layers.Embedding(9, 16))
print(f"without positions {accuracy = :.1f}")
keras.utils.set_random_seed(0)
accuracy, history = trained(TokenAndPosition(9, 16, base=100))
print(f"with positions {accuracy = :.1f}")
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
