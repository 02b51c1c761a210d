import keras
import numpy as np
from keras import layers, ops
from sampling import Sampling
from sklearn.datasets import load_digits

x = (load_digits().data / 16).astype("float32")

keras.utils.set_random_seed(0)
inputs = keras.Input((64,))
hidden = layers.Dense(64, activation="relu")(inputs)
mean = layers.Dense(2)(hidden)
log_variance = layers.Dense(2)(hidden)
z = Sampling(weight=0.001)(mean, log_variance)
decoder = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="sigmoid"),
])
model = keras.Model(inputs, decoder(z))
model.compile(keras.optimizers.Adam(0.01), "mse")
history = model.fit(
    x[:1500], x[:1500], batch_size=50, epochs=8, verbose=0)
loss = [round(value, 2) for value in history.history["loss"]]
print(f"{loss = }")

one, two = [model.predict(x[1500:], verbose=0) for _ in range(2)]
print(f"{np.array_equal(one, two) = }")
images = ops.convert_to_numpy(decoder(keras.random.normal((100, 2), seed=0)))
print(f"{images.shape = }, {bool(images.std(axis=0).max() > 0.2) = }")
