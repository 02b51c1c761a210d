import keras
import numpy as np
from keras import layers

x = keras.random.normal((32, 3), mean=4, seed=0)
y = keras.random.normal((32, 2), seed=1)


class Pinned(keras.layers.Layer):
    def __init__(self, body, **kwargs):
        super().__init__(**kwargs)
        self.body = body

    def build(self, input_shape):
        if not self.body.built:
            self.body.build(input_shape)

    def call(self, x):
        return self.body(x, training=False)


def moved(freeze, connect):
    norm = layers.BatchNormalization(trainable=not freeze)
    body = keras.Sequential([keras.Input((3,)), norm])
    inputs = keras.Input((3,))
    outputs = layers.Dense(2)(connect(body, inputs))
    model = keras.Model(inputs, outputs)
    model.compile("sgd", "mse")
    model.fit(x, y, verbose=0)
    return bool(np.any(norm.moving_mean))


def plain(body, inputs):
    return body(inputs)


def told(body, inputs):
    return body(inputs, training=False)


def inside(body, inputs):
    return Pinned(body)(inputs)


print(f"plain call:               {moved(False, plain)}")
print(f"body(x, training=False):  {moved(False, told)}")
print(f"the same inside a layer:  {moved(False, inside)}")
print(f"norm.trainable = False:   {moved(True, plain)}")
