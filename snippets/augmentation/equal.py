import numpy as np
from augmentation import RandomShift
from contract import broken_promises
from keras import ops

x = np.random.default_rng(0).random((100, 5, 6, 3)).astype("float32")
layer = RandomShift(pixels=1, seed=0)
y = ops.convert_to_numpy(layer(x, training=True))

padded = np.pad(x, [(0, 0), (1, 1), (1, 1), (0, 0)])
found = []
for image, moved in zip(padded, y):
    found += [(down, right) for down in range(3) for right in range(3)
              if np.allclose(moved, image[down:down + 5, right:right + 6],
                             atol=1e-6)]
print(f"{len(found) = }, {len(set(found)) = }")
broken = broken_promises(
    RandomShift, {"pixels": 1}, (5, 6, 3), random=True)
print(f"{broken = }")
