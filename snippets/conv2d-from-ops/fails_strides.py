from conv2d_from_ops import Conv2DFromOps

layer = Conv2DFromOps(16, kernel_size=3, strides=2, dilation_rate=(1, 3))
