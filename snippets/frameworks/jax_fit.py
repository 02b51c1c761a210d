import jax
import jax.numpy as jnp
import numpy as np


def centered(weights, state, x, training):
    mean = state["mean"]
    if training:
        mean = x.mean(axis=0)
        state = {"mean": 0.9 * state["mean"] + 0.1 * mean}
    return jnp.tanh((x - mean) @ weights["kernel"]), state


def loss_of(weights, state, x, target, training):
    y, state = centered(weights, state, x, training)
    return jnp.mean((y - target) ** 2), state


@jax.jit
def step(weights, state, x, target):
    (loss, state), slopes = jax.value_and_grad(loss_of, has_aux=True)(
        weights, state, x, target, training=True)
    weights = jax.tree.map(lambda w, s: w - 0.5 * s, weights, slopes)
    return weights, state, loss


draw = np.random.default_rng(0)
x, target = draw.normal(size=(2, 6, 3)).astype("float32")
kernel = draw.normal(size=(3, 3)).astype("float32")
weights, state = {"kernel": kernel}, {"mean": jnp.zeros(3)}
losses = []
for epoch in range(20):
    weights, state, loss = step(weights, state, x, target)
    losses.append(loss)
later, _ = loss_of(weights, state, x, target, training=False)
print(f"first {losses[0]:.4f}, later {later:.4f}")
print("mean", np.round(np.asarray(state["mean"]), 4))
print("kernel", np.round(np.asarray(weights["kernel"])[0], 4))
