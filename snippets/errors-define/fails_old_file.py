import keras
import tf_keras

old = tf_keras.Sequential([tf_keras.Input((8, 8, 3))])
old.add(tf_keras.layers.DepthwiseConv2D(3, name="depthwise"))
old.save("old.h5")
keras.models.load_model("old.h5")
