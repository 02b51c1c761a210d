import keras
import numpy as np
import tensorflow as tf


class Negative(keras.layers.Layer):
    def call(self, x):
        return -x


def prepare(x, y):
    flipped = tf.numpy_function(np.fliplr, [x], tf.float32)
    return tf.ensure_shape(flipped, x.shape), y


x = np.ones((6, 3), "float32")
data = tf.data.Dataset.from_tensor_slices((x, x)).batch(2).map(prepare)
print(data.element_spec[0].shape)
layer = Negative()
model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(3)])
model.compile(loss="mse")
print(list(model.fit(data, shuffle=False, verbose=0).history))
