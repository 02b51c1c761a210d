import jax.numpy as jnp
import numpy as np
import optax
from flax import nnx


class Centered(nnx.Module):
    def __init__(self, size, *, rngs):
        glorot = nnx.initializers.glorot_uniform()
        self.kernel = nnx.Param(glorot(rngs.params(), (size, size)))
        self.mean = nnx.BatchStat(jnp.zeros(size))
        self.use_running_average = False

    def __call__(self, x):
        mean = self.mean[...]
        if not self.use_running_average:
            mean = x.mean(axis=0)
            self.mean[...] = 0.9 * self.mean + 0.1 * mean
        return jnp.tanh((x - mean) @ self.kernel)


def loss_of(layer, x, target):
    return jnp.mean((layer(x) - target) ** 2)


@nnx.jit
def step(layer, optimizer, x, target):
    loss, slopes = nnx.value_and_grad(loss_of)(layer, x, target)
    optimizer.update(layer, slopes)
    return loss


draw = np.random.default_rng(0)
x, target = draw.normal(size=(2, 6, 3)).astype("float32")
kernel = draw.normal(size=(3, 3)).astype("float32")
layer = Centered(3, rngs=nnx.Rngs(0))
layer.kernel[...] = kernel
optimizer = nnx.Optimizer(layer, optax.sgd(0.5), wrt=nnx.Param)
layer.train()
losses = [step(layer, optimizer, x, target) for epoch in range(20)]
layer.eval()
later = loss_of(layer, x, target)
print(f"first {losses[0]:.4f}, later {later:.4f}")
print("mean", np.round(np.asarray(layer.mean), 4))
print("kernel", np.round(np.asarray(layer.kernel)[0], 4))
