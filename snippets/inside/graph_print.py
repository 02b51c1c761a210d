from pathlib import Path

import keras
import tensorflow as tf


class Double(keras.layers.Layer):
    def call(self, x):
        tf.print(tf.reduce_max(x), output_stream="file://largest.txt")
        return 2 * x


model = keras.Sequential([keras.Input((2,)), Double()])
x = tf.reshape(tf.range(12.0), (6, 2))
model.predict(x, batch_size=2, verbose=0)
print(Path("largest.txt").read_text())
