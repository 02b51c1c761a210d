import keras
import numpy as np
from contract import broken_promises
from keras import ops
from transformer_encoder import TransformerEncoder

x = np.random.default_rng(0).normal(size=(2, 8, 6)).astype("float32")
mask = np.arange(8) < np.array([[5], [8]])
keras.utils.set_random_seed(0)
layer = TransformerEncoder(heads=2, hidden=12)
y = ops.convert_to_numpy(layer(x, mask=mask))

short = ops.convert_to_numpy(layer(x[:1, :5]))
print(f"{np.allclose(y[0, :5], short[0], atol=1e-5) = }")
normal = layer.before(x)
mixed, weights = layer.attention(
    normal, normal, attention_mask=mask[:, None, :],
    return_attention_scores=True)
weights = ops.convert_to_numpy(weights)
print(f"{weights.shape = }, {weights[0, :, :, 5:].max() = :.1f}")
between = x + ops.convert_to_numpy(mixed)
z = layer.narrow(layer.widen(layer.between(between)))
z = ops.convert_to_numpy(z)
print(f"{np.allclose(y, between + z, atol=1e-5) = }")
kwargs = {"heads": 2, "hidden": 12, "dropout": 0.2}
broken = broken_promises(TransformerEncoder, kwargs, (8, 6))
print(f"{broken = }")
print(weights[0, 0].round(2))
