import keras
import tensorflow as tf

inputs = keras.Input((3,))
outputs = tf.exp(inputs)
model = keras.Model(inputs, outputs)
