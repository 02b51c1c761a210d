import keras
import numpy as np
import tensorflow as tf
import tf_keras

inputs = tf_keras.Input((3,))
x = tf_keras.layers.Dense(2)(inputs)
old = tf_keras.Model(inputs, tf.exp(x))
old.save("old.h5")

inputs = keras.Input((3,))
layer = keras.layers.Dense(2)
new = keras.Model(inputs, keras.ops.exp(layer(inputs)))
new.load_weights("old.h5")
x = np.ones((6, 3), "float32")
print(np.allclose(new(x), old(x)))
