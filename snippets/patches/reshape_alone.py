import numpy as np
from keras import ops
from patches import PatchEncoder

x = np.arange(16, dtype="float32").reshape(1, 4, 4, 1)
layer = PatchEncoder(patch=2, width=3)
layer(x)
patches = ops.convert_to_numpy(layer.cut(x))
print(x.reshape(1, 4, 4)[0].astype(int))
print(patches[0].astype(int))
