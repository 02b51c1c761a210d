import keras
import numpy as np
from keras import layers
from margin_endpoint import MarginEndpoint
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x, digit = (x / 16).astype("float32"), digit.astype("int32")

keras.utils.set_random_seed(0)
images = keras.Input((64,))
labels = keras.Input((), dtype="int32")
hidden = layers.Dense(32, activation="relu")(images)
code = layers.Dense(8)(hidden)
layer = MarginEndpoint(classes=10)
teaching = keras.Model([images, labels], layer(code, labels=labels))
answering = keras.Model(images, layer(code))

teaching.compile(keras.optimizers.Adam(0.005))
history = teaching.fit([x[:1500], digit[:1500]], epochs=12, verbose=0)
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
share = answering.predict(x[1500:], verbose=0)
accuracy = np.mean(share.argmax(axis=1) == digit[1500:])
print(f"{share.shape = }, {accuracy = :.1f}")
