import keras
from conv2d_from_ops import Conv2DFromOps

layer = Conv2DFromOps(filters=16, kernel_size=3, groups=4)
model = keras.Sequential([keras.Input((8, 8, 6)), layer])
