import keras
import numpy as np
import tf_keras


class OldDepthwise(keras.layers.DepthwiseConv2D):
    def __init__(self, kernel_size, groups=1, **kwargs):
        super().__init__(kernel_size, **kwargs)


old = tf_keras.Sequential([tf_keras.Input((8, 8, 3))])
old.add(tf_keras.layers.DepthwiseConv2D(3, name="depthwise"))
old.save("old.h5")
known = {"DepthwiseConv2D": OldDepthwise}
new = keras.models.load_model("old.h5", known, compile=False)
layer = new.layers[0]
x = np.ones((6, 8, 8, 3), "float32")
print(layer.__class__.__name__, np.allclose(new(x), old(x), atol=1e-5))
