import keras
from sklearn.datasets import load_digits


class MyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + self.bias


x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")

keras.utils.set_random_seed(3)
layer = MyDense(10)
softmax = keras.layers.Softmax()
model = keras.Sequential([keras.Input((64,)), layer, softmax])
loss = "sparse_categorical_crossentropy"
model.compile("adam", loss, metrics=["accuracy"])
print(f"{model.count_params() = }")
accuracy = model.evaluate(x[1500:], digit[1500:], verbose=0)[1]
print(f"{accuracy = :.1f}")
