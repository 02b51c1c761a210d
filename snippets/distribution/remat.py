import keras
import tensorflow as tf


class Wave(keras.layers.Layer):
    calls = 0

    def build(self, input_shape):
        shape = (input_shape[-1], 1)
        self.kernel = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        Wave.calls += 1
        return keras.ops.sin(keras.ops.matmul(x, self.kernel))


def show(what, layer):
    layer.build(x.shape)
    Wave.calls = 0
    with tf.GradientTape() as tape:
        total = keras.ops.sum(layer(x))
    gradient = tape.gradient(total, layer.kernel.value)
    print(f"{what:8} {Wave.calls} {gradient.numpy().round(3).ravel()}")


x = keras.ops.reshape(keras.ops.arange(6, dtype="float32"), (2, 3)) / 10
show("plain", Wave())
with keras.RematScope("full"):
    layer = Wave()
show("created", layer)
show("rebuilt", Wave.from_config(layer.get_config()))
plain = Wave()
with keras.RematScope("full"):
    show("called", plain)
