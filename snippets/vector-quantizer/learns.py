import keras
import numpy as np
from keras import layers, ops
from sklearn.datasets import load_digits
from vector_quantizer import VectorQuantizer

x = (load_digits().data / 16).astype("float32").reshape(-1, 8, 8, 1)

keras.utils.set_random_seed(0)
encoder = keras.Sequential([
    keras.Input((8, 8, 1)),
    layers.Conv2D(32, 2, strides=2, activation="relu"),
    layers.Conv2D(4, 1),
])
layer = VectorQuantizer(codes=16)
model = keras.Sequential([
    encoder,
    layer,
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.Conv2DTranspose(1, 2, strides=2, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.005), "mse")
history = model.fit(x[:1500], x[:1500], epochs=5, verbose=0)
loss = [round(value, 2) for value in history.history["loss"]]
print(f"{loss = }")

codes = ops.convert_to_numpy(layer.nearest(encoder(x[1500:])))
share = np.bincount(codes.ravel(), minlength=16) / codes.size
entropy = -np.sum(share * np.log(share + 1e-9))
used = int(np.count_nonzero(share))
print(f"{codes.shape = }, {used = }")
print(f"perplexity = {np.exp(entropy):.0f}")
