import keras
import numpy as np
import tensorflow as tf


def prepare(x, y):
    return tf.numpy_function(np.fliplr, [x], tf.float32), y


x = np.ones((6, 3), "float32")
data = tf.data.Dataset.from_tensor_slices((x, x)).batch(2).map(prepare)
model = keras.Sequential([keras.layers.Dense(3)])
model.compile(loss="mse")
model.fit(data, shuffle=False, verbose=0)
