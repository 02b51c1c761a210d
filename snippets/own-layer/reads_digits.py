import keras
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="mine")
class Closeness(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (self.units, input_shape[-1])
        self.prototypes = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        difference = ops.expand_dims(x, 1) - self.prototypes
        return self.activation(-ops.sum(difference**2, axis=-1))

    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return {**base, "units": self.units, "activation": activation}


x, digit = load_digits(return_X_y=True)
x = (x / 16).astype("float32")
layer = Closeness(10, activation="softmax")
model = keras.Sequential([keras.Input((64,)), layer])
loss = "sparse_categorical_crossentropy"
model.compile(keras.optimizers.SGD(0.1), loss, metrics=["accuracy"])
keras.utils.set_random_seed(0)
model.fit(x[:1500], digit[:1500], epochs=10, verbose=0)
accuracy = model.evaluate(x[1500:], digit[1500:], verbose=0)[1]
print(f"{accuracy = :.1f}")
ink = 16 * ops.maximum(layer.prototypes[3], 0.0)
print(ink.numpy().round().astype(int).reshape(8, 8))
