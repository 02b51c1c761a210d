import numpy as np
from contract import broken_promises
from keras import ops
from mixture_of_experts import MixtureOfExperts

x = np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
layer = MixtureOfExperts(experts=4, top=2, hidden=5)
y = ops.convert_to_numpy(layer(x))

router, kernel, bias, out_kernel, out_bias = layer.get_weights()
share = np.exp(x @ router)
share /= share.sum(axis=-1, keepdims=True)
loop = np.zeros_like(x)
for i in range(6):
    for e in np.argsort(-share[i])[:2]:
        hidden = np.maximum(x[i] @ kernel[e] + bias[e], 0)
        loop[i] += share[i, e] * (hidden @ out_kernel[e] + out_bias[e])
print(f"{np.allclose(y, loop, atol=1e-5) = }")

share, picked = layer.route(x)
picked = ops.convert_to_numpy(picked)
print(f"{picked.sum(axis=-1).tolist() = }")
kwargs = {"experts": 4, "top": 2, "hidden": 5}
broken = broken_promises(MixtureOfExperts, kwargs, (3,))
print(f"{broken = }")
