import keras
import numpy as np
import tensorflow as tf


class Sort(keras.layers.Layer):
    def call(self, x):
        return tf.numpy_function(np.sort, [x], x.dtype, stateful=False)


layer = Sort()
x = keras.random.normal((6, 3), seed=0)
print(tuple(layer(x).shape))
layer(keras.Input((3,)))
