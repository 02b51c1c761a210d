import numpy as np
from contract import broken_promises
from keras import ops
from squeeze_excite import SqueezeExcite

x = np.random.default_rng(0).random((2, 4, 5, 6)).astype("float32")
layer = SqueezeExcite(ratio=2)
y = ops.convert_to_numpy(layer(x))

w1, b1, w2, b2 = layer.get_weights()
mean = x.mean(axis=(1, 2))
hidden = np.maximum(mean @ w1 + b1, 0)
gate = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
gate = gate[:, None, None, :]
print(f"{y.shape = }, {gate.shape = }")
print(f"{np.allclose(y, x * gate, atol=1e-6) = }")
broken = broken_promises(SqueezeExcite, {"ratio": 2}, (4, 5, 6))
print(f"{broken = }")
