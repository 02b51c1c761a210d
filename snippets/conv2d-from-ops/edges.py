import numpy as np
from conv2d_from_ops import Conv2DFromOps
from keras import ops
from sklearn.datasets import load_digits

x = load_digits().images[:1, ..., None].astype("float32")
edge = np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]], "float32")
layer = Conv2DFromOps(1, 3, padding="same", activation="relu")
layer.build(x.shape)
layer.set_weights([edge[..., None, None], np.zeros(1)])

y = ops.convert_to_numpy(layer(x))
print(f"{x.shape = }, {tuple(layer.kernel.shape) = }, {y.shape = }")
print(y[0, :, :, 0].astype(int))
