import keras
import numpy as np
from keras import layers
from lora import LoRA
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")


def trained(model, x, digit, epochs):
    loss = "sparse_categorical_crossentropy"
    adam = keras.optimizers.Adam(0.01)
    model.compile(adam, loss, metrics=["accuracy"])
    history = model.fit(x[:1500], digit[:1500], epochs=epochs, verbose=0)
    return history.history["loss"]


keras.utils.set_random_seed(0)
hidden = layers.Dense(64, activation="relu")
output = layers.Dense(10, activation="softmax")
base = keras.Sequential([keras.Input((64,)), hidden, output])
trained(base, x, digit, 4)

marked = x.copy()
marked[:, 24:32] = 1
accuracy = base.evaluate(marked[1500:], digit[1500:], verbose=0)[1]
print(f"before: {accuracy = :.1f}")
kernel = hidden.get_weights()[0]
layer = LoRA(hidden, rank=4)
model = keras.Sequential([keras.Input((64,)), layer, LoRA(output, rank=4)])
loss = trained(model, marked, digit, 6)
accuracy = model.evaluate(marked[1500:], digit[1500:], verbose=0)[1]
print(f"after: {accuracy = :.1f}")
learnt = int(sum(np.prod(each.shape) for each in model.trainable_weights))
print(f"{learnt = } of {model.count_params()}")
print(f"{np.array_equal(hidden.get_weights()[0], kernel) = }")
loss = [round(value, 2) for value in loss]
print(f"{loss = }")
