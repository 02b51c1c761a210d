import keras
import numpy as np
import tensorflow as tf


class Negative(keras.layers.Layer):
    def call(self, x):
        return -x


def prepare(x, y):
    return tf.numpy_function(np.fliplr, [x], tf.float32), y


x = np.ones((6, 3), "float32")
data = tf.data.Dataset.from_tensor_slices((x, x)).batch(2).map(prepare)
layers = [keras.Input((3,)), Negative(), keras.layers.Dense(3)]
model = keras.Sequential(layers)
model.compile(loss="mse")
model.fit(data, shuffle=False, verbose=0)
