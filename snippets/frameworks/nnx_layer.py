import numpy as np
from flax import nnx


class Gated(nnx.Module):
    def __init__(self, inputs, units, *, rngs):
        glorot = nnx.initializers.glorot_uniform()
        self.kernel = nnx.Param(glorot(rngs.params(), (inputs, units)))
        self.gate = nnx.Param(glorot(rngs.params(), (inputs, units)))

    def __call__(self, x):
        opened = nnx.sigmoid(x @ self.gate)
        return x @ self.kernel * opened


draw = np.random.default_rng(0)
x = draw.normal(size=(6, 3)).astype("float32")
kernel, gate = draw.normal(size=(2, 3, 4)).astype("float32")
layer = Gated(3, 4, rngs=nnx.Rngs(0))
layer.kernel[...] = kernel
layer.gate[...] = gate
y = np.asarray(layer(x))
expected = x @ kernel / (1 + np.exp(-x @ gate))
print(f"{y.shape = }")
print(f"{bool(np.abs(y - expected).max() < 1e-6) = }")
