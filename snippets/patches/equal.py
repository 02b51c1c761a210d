import numpy as np
from contract import broken_promises
from keras import ops
from patches import PatchEncoder

x = np.random.default_rng(0).random((3, 6, 8, 2)).astype("float32")
layer = PatchEncoder(patch=2, width=5)
y = ops.convert_to_numpy(layer(x))
patches = ops.convert_to_numpy(layer.cut(x))

position, kernel, bias = layer.get_weights()
sliced = [x[:, i : i + 2, j : j + 2].reshape(3, 8)
          for i in range(0, 6, 2) for j in range(0, 8, 2)]
sliced = np.stack(sliced, axis=1)
print(f"{patches.shape = }, {y.shape = }")
print(f"{np.array_equal(patches, sliced) = }")
right = sliced @ kernel + bias + position
print(f"{np.allclose(y, right, atol=1e-5) = }")
broken = broken_promises(PatchEncoder, {"patch": 2, "width": 5}, (6, 8, 2))
print(f"{broken = }")
