import numpy as np
from contract import broken_promises
from keras import ops
from rotary import RotaryPosition

x = np.random.default_rng(0).normal(size=(2, 5, 6)).astype("float32")
layer = RotaryPosition(base=100)
y = ops.convert_to_numpy(layer(x))

pairs = x[..., :3] + 1j * x[..., 3:]
angle = np.arange(5)[:, None] * 100 ** -(np.arange(3) / 3)
turned = pairs * np.exp(1j * angle)
turned = np.concatenate([turned.real, turned.imag], axis=-1)
print(f"{np.allclose(y, turned, atol=1e-5) = }")
lengths = np.linalg.norm(x, axis=-1), np.linalg.norm(y, axis=-1)
print(f"{np.allclose(*lengths, atol=1e-5) = }")
broken = broken_promises(RotaryPosition, {"base": 100}, (5, 6))
print(f"{broken = }")
