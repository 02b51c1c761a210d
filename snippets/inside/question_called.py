import keras
from keras import ops


class Halve(keras.layers.Layer):
    def call(self, x):
        return x / 2


class Shaped(Halve):
    def compute_output_shape(self, input_shape):
        return input_shape


class Tower(keras.Model):
    def __init__(self, first, **kwargs):
        super().__init__(**kwargs)
        self.first = first
        self.head = keras.layers.Dense(1, name="head")

    def call(self, x):
        return self.head(self.first(x))


for first in (Halve(name="halve"), Shaped(name="shaped")):
    model = Tower(first, name="tower")
    model(ops.ones((6, 3)))
    model.summary()
