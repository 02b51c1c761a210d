import logging

import keras
import tensorflow as tf


class Stop(logging.Handler):
    def emit(self, record):
        tf.get_logger().removeHandler(self)
        raise RuntimeError(record.getMessage())


class Scale(keras.layers.Layer):
    @tf.function(autograph=False)
    def call(self, x, factor):
        return x * factor


tf.get_logger().addHandler(Stop())
layer = Scale()
for factor in range(9):
    layer(tf.ones((6, 3)), factor=factor)
