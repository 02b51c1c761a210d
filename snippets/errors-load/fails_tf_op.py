import keras
import tensorflow as tf
import tf_keras

inputs = tf_keras.Input((3,))
x = tf_keras.layers.Dense(2)(inputs)
tf_keras.Model(inputs, tf.exp(x)).save("old.h5")
keras.models.load_model("old.h5")
