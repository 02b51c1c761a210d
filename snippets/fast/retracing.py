import keras
import tensorflow as tf
from bench_layer import bench_layer
from keras import ops


class Steps(keras.layers.Layer):
    def call(self, x, step):
        return x * step


class Ramp(keras.layers.Layer):
    def call(self, x):
        return x * ops.cast(ops.arange(x.shape[1]), x.dtype)[:, None]


class FreeRamp(keras.layers.Layer):
    def call(self, x):
        return x * ops.cast(ops.arange(ops.shape(x)[1]), x.dtype)[:, None]


def show(layer, steps=None):
    vary = {"step": steps} if steps else {}
    report = bench_layer(layer, (6, 4), vary=vary, jit=False)
    print(type(layer).__name__, *report.causes.values() or ["is fast"])


show(Steps(), [1, 2, 3])
show(Steps(), [tf.constant(float(step)) for step in (1, 2, 3)])
show(Ramp())
show(FreeRamp())
