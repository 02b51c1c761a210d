from itertools import product

import keras
import numpy as np
from contract import broken_promises
from conv2d_from_ops import Conv2DFromOps
from keras import ops

image = np.random.default_rng(0).normal(size=(2, 9, 8, 4)).astype("float32")
steps = [{}, {"strides": 2}, {"strides": (1, 3)}, {"dilation_rate": 2}]
rests = [(1, None, True), (2, "relu", False)]
paddings, formats = ("valid", "same"), ("channels_last", "channels_first")
equal = []
for step, padding, format, rest in product(steps, paddings, formats, rests):
    groups, name, bias = rest
    given = {"filters": 6, "kernel_size": (3, 2), "padding": padding,
             "groups": groups, "activation": name, "use_bias": bias, **step}
    keras_layer = keras.layers.Conv2D(**given, data_format="channels_last")
    y = ops.convert_to_numpy(keras_layer(image))
    first = format == "channels_first"
    x = np.moveaxis(image, -1, 1) if first else image
    layer = Conv2DFromOps(**given, data_format=format)
    layer.build(x.shape)
    layer.set_weights(keras_layer.get_weights())
    ours = ops.convert_to_numpy(layer(x))
    ours = np.moveaxis(ours, 1, -1) if first else ours
    equal.append(ours.shape == y.shape and np.allclose(ours, y, atol=1e-5))
print(f"{len(equal) = }, {all(equal) = }")
given = {"filters": 6, "kernel_size": 3, "strides": 2, "padding": "same"}
broken = broken_promises(Conv2DFromOps, given, (9, 8, 4))
print(f"{broken = }")
