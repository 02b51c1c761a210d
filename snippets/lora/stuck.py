import keras
import numpy as np
from lora import LoRA

x = np.random.default_rng(0).normal(size=(60, 6)).astype("float32")
for start in ("he_uniform", "zeros"):
    model = keras.Sequential([
        keras.Input((6,)), LoRA(keras.layers.Dense(4), rank=2)])
    down, up = model.trainable_weights
    down.assign(keras.initializers.get(start)(down.shape))
    model.compile("adam", "mse")
    model.fit(x, x[:, :4], epochs=5, verbose=0)
    moved = [bool(np.any(each)) for each in model.get_weights()[:2]]
    print(f"{start}: {moved = }")
