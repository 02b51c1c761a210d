import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="book")
class Centered(keras.layers.Layer):
    def build(self, input_shape):
        size = input_shape[-1]
        self.kernel = self.add_weight(shape=(size, size), name="kernel")
        self.mean = self.add_weight(
            shape=(size,), initializer="zeros", trainable=False, name="mean")

    def call(self, x, training=None):
        mean = self.mean
        if training:
            mean = ops.mean(x, axis=0)
            self.mean.assign(0.9 * self.mean + 0.1 * mean)
        return ops.tanh(ops.matmul(x - mean, self.kernel))

    def compute_output_shape(self, input_shape):
        return input_shape


draw = np.random.default_rng(0)
x, target = draw.normal(size=(2, 6, 3)).astype("float32")
kernel = draw.normal(size=(3, 3)).astype("float32")
layer = Centered()
model = keras.Sequential([keras.Input((3,)), layer])
layer.kernel.assign(kernel)
model.compile(keras.optimizers.SGD(0.5), "mse")
fit = model.fit(x, target, batch_size=6, epochs=20, verbose=0)
first = fit.history["loss"][0]
later = model.evaluate(x, target, verbose=0)
print(f"first {first:.4f}, later {later:.4f}")
print("mean", np.round(layer.mean.numpy(), 4))
print("kernel", np.round(layer.kernel.numpy()[0], 4))
