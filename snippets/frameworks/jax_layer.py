import jax
import numpy as np


def init(key, inputs, units):
    glorot = jax.nn.initializers.glorot_uniform()
    first, second = jax.random.split(key)
    return {
        "kernel": glorot(first, (inputs, units)),
        "gate": glorot(second, (inputs, units))}


def gated(weights, x):
    opened = jax.nn.sigmoid(x @ weights["gate"])
    return x @ weights["kernel"] * opened


draw = np.random.default_rng(0)
x = draw.normal(size=(6, 3)).astype("float32")
kernel, gate = draw.normal(size=(2, 3, 4)).astype("float32")
weights = init(jax.random.key(0), 3, 4)
weights = {**weights, "kernel": kernel, "gate": gate}
y = np.asarray(gated(weights, x))
expected = x @ kernel / (1 + np.exp(-x @ gate))
print(f"{y.shape = }")
print(f"{bool(np.abs(y - expected).max() < 1e-6) = }")
