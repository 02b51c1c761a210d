import keras
import numpy as np
from keras import layers
from lora import LoRA


def wrapped(layer):
    if isinstance(layer, layers.Dense):
        return LoRA(layer, rank=2, name=f"{layer.name}_lora")
    return layer


def merged(layer):
    return layer.merged() if isinstance(layer, LoRA) else layer


x = keras.random.normal((32, 64), seed=0)
y = keras.random.normal((32, 8), seed=1)
model = keras.Sequential([
    keras.Input((64,)), layers.Dense(64, activation="relu"),
    layers.Dense(8)])
before = model(x)
tuned = keras.models.clone_model(model, clone_function=wrapped)
print(f"{np.allclose(tuned(x), before, atol=1e-5) = }")
tuned.compile("adam", "mse")
tuned.fit(x, y, epochs=3, verbose=0)
plain = keras.models.clone_model(tuned, clone_function=merged)
print([type(layer).__name__ for layer in plain.layers])
print(f"{np.allclose(plain(x), tuned(x), atol=1e-4) = }")
print(f"{np.allclose(model(x), before) = }")
