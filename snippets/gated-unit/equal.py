import numpy as np
from contract import broken_promises
from gated_unit import GatedUnit
from keras import ops

x = np.random.default_rng(0).normal(size=(3, 4)).astype("float32")
layer = GatedUnit(hidden=6)
y = ops.convert_to_numpy(layer(x))

w1, b1, w2, b2, w3, b3 = layer.get_weights()
gate = x @ w1 + b1
gate = gate / (1 + np.exp(-gate))
value = x @ w2 + b2
product = gate * value
print(f"{np.allclose(y, product @ w3 + b3, atol=1e-5) = }")
broken = broken_promises(GatedUnit, {"hidden": 6, "activation": "gelu"}, (4,))
print(f"{broken = }")
