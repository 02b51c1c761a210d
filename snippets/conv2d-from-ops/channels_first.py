import keras
import tensorflow as tf
from conv2d_from_ops import Conv2DFromOps

x = tf.ones((2, 4, 9, 9))
given = {"filters": 6, "kernel_size": 3, "data_format": "channels_first"}
for make in (keras.layers.Conv2D, Conv2DFromOps):
    layer = make(**given, dtype="mixed_float16")
    try:
        print(f"{make.__name__}: {tuple(layer(x).shape)}")
    except tf.errors.UnimplementedError:
        print(f"{make.__name__}: unimplemented")
