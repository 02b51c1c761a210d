import numpy as np

import keras
from keras import ops


class Closeness(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        pass

    def call(self, x):
        return x


layer = Closeness(2)
for units in (2, 4):
    for width in (3, 5):
        for batch in (6, 1):
            layer = Closeness(units, name="mine")
            layer(np.ones((batch, width)))
            assert len(layer.trainable_weights) == 1
            assert layer.weights[0] is layer.prototypes
            assert layer.prototypes.shape == (units, width)
            assert np.array_equal(layer.weights[0], np.zeros((units, width)))
            assert layer.name == "mine"
print("passed")
