import keras
import numpy as np
from keras import ops


@ops.custom_gradient
def scaled(x, scale):
    def grad(*args, upstream=None):
        upstream = args[-1] if upstream is None else upstream
        return upstream * scale, ops.sum(upstream * x, axis=0)

    return x * scale, grad


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale")

    def call(self, x):
        return scaled(x, ops.copy(self.scale))

    def compute_output_shape(self, input_shape):
        return input_shape


layer = Scale()
x = ops.reshape(ops.arange(18, dtype="float32"), (6, 3)) / 10
target = ops.ones((6, 3))
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(keras.optimizers.SGD(1.0), "mse")
before = layer.get_weights()[0]


def loss(scale):
    y, _ = layer.stateless_call([scale], [], x)
    return float(ops.mean(ops.square(y - target)))


numeric = []
for step in 1e-2 * np.eye(3, dtype="float32"):
    numeric.append((loss(before + step) - loss(before - step)) / 2e-2)
model.fit(x, target, batch_size=6, verbose=0)
moved = before - layer.get_weights()[0]
print("by grad():    ", [f"{float(each):.3f}" for each in moved])
print("by the values:", [f"{each:.3f}" for each in numeric])
