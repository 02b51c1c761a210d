import keras
from conv2d_from_ops import Conv2DFromOps
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="recipes")
class StandardizedConv2D(Conv2DFromOps):
    def used_kernel(self):
        mean, variance = ops.moments(self.kernel, (0, 1, 2), keepdims=True)
        return (self.kernel - mean) / ops.sqrt(variance + 1e-4)


x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32").reshape(-1, 8, 8, 1)

keras.utils.set_random_seed(0)
layer = StandardizedConv2D(16, 3, activation="relu")
model = keras.Sequential([
    keras.Input((8, 8, 1)),
    layer,
    keras.layers.MaxPooling2D(),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
loss = "sparse_categorical_crossentropy"
adam = keras.optimizers.Adam(0.01)
model.compile(adam, loss, metrics=["accuracy"])
history = model.fit(
    x[:1500], digit[:1500], batch_size=100, epochs=8, verbose=0)
loss = [round(value, 1) for value in history.history["loss"]]
print(f"{loss = }")
accuracy = model.evaluate(x[1500:], digit[1500:], verbose=0)[1]
print(f"{accuracy = :.1f}")
