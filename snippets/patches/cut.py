import numpy as np
from keras import ops
from patches import PatchEncoder
from sklearn.datasets import load_digits

x = load_digits().images[:1, :, :, None].astype("float32")
layer = PatchEncoder(patch=2, width=16)
layer(x)
patches = ops.convert_to_numpy(layer.cut(x))[0].astype(int)
print(f"{patches.shape = }")
grid = patches.reshape(4, 4, 2, 2) + 2
apart = np.pad(grid, [(0, 0), (0, 0), (0, 1), (0, 1)])
print(apart.swapaxes(1, 2).reshape(12, 12)[:-1, :-1])
