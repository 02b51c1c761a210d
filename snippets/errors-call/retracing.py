import keras
import tensorflow as tf


class Scale(keras.layers.Layer):
    @tf.function(autograph=False)
    def call(self, x, factor):
        return x * factor


layer = Scale()
for factor in range(9):
    layer(tf.ones((6, 3)), factor=tf.constant(float(factor)))
print(layer.call.experimental_get_tracing_count())
