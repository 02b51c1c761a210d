import numpy as np
from contract import broken_promises
from keras import ops
from positions import TokenAndPosition

layer = TokenAndPosition(vocabulary=9, width=16, base=100)
encoding = ops.convert_to_numpy(layer.encode(np.arange(24)))
place, i = np.arange(24)[:, None], np.arange(8)
angle = place / 100 ** (2 * i / 16)
print(f"{np.allclose(encoding[:, 0::2], np.sin(angle), atol=1e-5) = }")
print(f"{np.allclose(encoding[:, 1::2], np.cos(angle), atol=1e-5) = }")

x = np.array([[3, 1, 4, 1, 0, 0]])
y = ops.convert_to_numpy(layer(x))
token = layer.get_weights()[0][x] * 4
print(f"{y.shape = }, {np.allclose(y, token + encoding[:6], atol=1e-5) = }")
mask = ops.convert_to_numpy(layer.compute_mask(x))
print(f"{mask = }")
kwargs = {"vocabulary": 9, "width": 16, "base": 100}
broken = broken_promises(TokenAndPosition, kwargs, x)
print(f"{broken = }")
print(np.round(encoding + 1, 1))
