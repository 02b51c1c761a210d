import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
state = {
    "0.weight": rng.normal(size=(4, 3, 3, 3)),
    "0.bias": rng.normal(size=4),
    "1.weight": rng.normal(size=4),
    "1.bias": rng.normal(size=4),
    "1.running_mean": rng.normal(size=4),
    "1.running_var": rng.uniform(0.5, 2, size=4),
    "4.weight": rng.normal(size=(2, 64)),
    "4.bias": rng.normal(size=2),
}


def theirs(x):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    patches = np.lib.stride_tricks.sliding_window_view(x, (3, 3), (2, 3))
    patches = patches[:, :, ::2, ::2]
    y = np.einsum("bcxyij,ocij->boxy", patches, state["0.weight"])
    y = y + state["0.bias"][:, None, None]
    mean, var, scale, shift = (
        state[f"1.{name}"][:, None, None]
        for name in ("running_mean", "running_var", "weight", "bias"))
    y = np.maximum((y - mean) / np.sqrt(var + 1e-5) * scale + shift, 0)
    return y.reshape(len(y), -1) @ state["4.weight"].T + state["4.bias"]


model = keras.Sequential([
    keras.Input((8, 8, 3)),
    layers.ZeroPadding2D(1),
    layers.Conv2D(4, 3, strides=2),
    layers.BatchNormalization(epsilon=1e-5),
    layers.ReLU(),
    layers.Permute((3, 1, 2)),
    layers.Flatten(),
    layers.Dense(2),
])
model.set_weights([
    state["0.weight"].transpose(2, 3, 1, 0), state["0.bias"],
    state["1.weight"], state["1.bias"],
    state["1.running_mean"], state["1.running_var"],
    state["4.weight"].T, state["4.bias"],
])
images = rng.normal(size=(5, 3, 8, 8)).astype("float32")
answers = model(images.transpose(0, 2, 3, 1))
print(f"{np.allclose(answers, theirs(images), atol=1e-3) = }")
