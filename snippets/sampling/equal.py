import numpy as np
from contract import broken_promises
from keras import ops
from sampling import Sampling

rng = np.random.default_rng(0)
mean, log_variance = rng.normal(size=(2, 5, 3)).astype("float32")
layer = Sampling(weight=0.5, seed=0)
z = ops.convert_to_numpy(layer(mean, log_variance))
print(f"{np.array_equal(z, mean) = }")

each = (mean**2 + np.exp(log_variance) - 1 - log_variance) / 2
loss = 0.5 * each.sum(axis=1).mean()
print(f"{np.allclose(layer.losses[0], loss, rtol=1e-5) = }")

scale = np.exp(log_variance / 2)
calls = [layer(mean, log_variance, training=True) for _ in range(500)]
noise = (ops.convert_to_numpy(ops.stack(calls)) - mean) / scale
z = mean + scale * noise[0]
print(f"{np.allclose(noise.mean(), 0, atol=0.05) = }")
print(f"{np.allclose(noise.std(), 1, atol=0.05) = }")
broken = broken_promises(
    Sampling, {"weight": 0.5, "seed": 4}, ((3,), (3,)), random=True)
print(f"{broken = }")
