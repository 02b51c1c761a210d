import keras
from bench_layer import bench_layer


class InCall(keras.layers.Layer):
    def call(self, x):
        return keras.layers.Dense(4)(x)


class InInit(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


for layer in InCall(), InInit():
    report = bench_layer(layer, (8,), jit=False)
    print(type(layer).__name__, *report.causes.values() or ["is fast"])
