import keras
from drop_path import DropPath
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")

keras.utils.set_random_seed(0)
inputs = keras.Input((64,))
h = keras.layers.Dense(32)(inputs)
for depth in range(1, 4):
    branch = keras.layers.LayerNormalization()(h)
    branch = keras.layers.Dense(32, activation="relu")(branch)
    h = h + DropPath(rate=0.1 * depth)(branch)
outputs = keras.layers.Dense(10, activation="softmax")(h)
model = keras.Model(inputs, outputs)
loss = "sparse_categorical_crossentropy"
adam = keras.optimizers.Adam(0.005)
model.compile(adam, loss, metrics=["accuracy"])
history = model.fit(
    x[:1500], digit[:1500], batch_size=50, epochs=7, verbose=0)
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
accuracy = model.evaluate(x[1500:], digit[1500:], verbose=0)[1]
print(f"{accuracy = :.1f}")
