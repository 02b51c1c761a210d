import keras
import tensorflow as tf

layer = keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 3))
with tf.GradientTape() as tape:
    tape.watch(layer.kernel)
