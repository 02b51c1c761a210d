import keras
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)


x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")
seen, unseen = (x[:1500], digit[:1500]), (x[1500:], digit[1500:])

keras.utils.set_random_seed(0)
loss = "sparse_categorical_crossentropy"
layer = MyDense(32, "relu")
model = keras.Sequential([keras.Input((64,)), layer, MyDense(10, "softmax")])
model.compile("adam", loss, metrics=["accuracy"])
before = model.evaluate(*unseen, verbose=0)
model.fit(*seen, epochs=10, verbose=0)
after = model.evaluate(*unseen, verbose=0)
print(f"{x.shape = }, {model.count_params() = }")
print(f"{round(before[1], 1) = }, {round(after[1], 1) = }")

model.save("digits.keras")
loaded = keras.models.load_model("digits.keras")
print(f"{loaded.evaluate(*unseen, verbose=0) == after = }")
