import keras
from residual_unit import ResidualUnit
from sklearn.datasets import load_digits

x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32").reshape(-1, 8, 8, 1)

keras.utils.set_random_seed(1)
model = keras.Sequential([
    keras.Input((8, 8, 1)),
    ResidualUnit(8, strides=2),
    ResidualUnit(8),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(10, activation="softmax"),
])
loss = "sparse_categorical_crossentropy"
adam = keras.optimizers.Adam(0.005)
model.compile(adam, loss, metrics=["accuracy"])
history = model.fit(
    x[:1500], digit[:1500], batch_size=20, epochs=7, verbose=0)
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
accuracy = model.evaluate(x[1500:], digit[1500:], verbose=0)[1]
print(f"{accuracy = :.1f}")
