import keras
import numpy as np
from contract import broken_promises
from keras import ops
from transformer_decoder import TransformerDecoder

x = np.random.default_rng(0).normal(size=(1, 8, 4)).astype("float32")
keras.utils.set_random_seed(0)
layer = TransformerDecoder(heads=2, hidden=8)
whole = ops.convert_to_numpy(layer(x))

cache = layer.empty_cache(batch=1, length=8)
steps = []
for place in range(8):
    y, cache = layer.step(x[:, place : place + 1], cache, place)
    steps.append(ops.convert_to_numpy(y))
steps = np.concatenate(steps, axis=1)
print(f"{np.allclose(steps, whole, atol=1e-5) = }")
kwargs = {"heads": 2, "hidden": 8, "dropout": 0.2}
broken = broken_promises(TransformerDecoder, kwargs, (8, 4))
print(f"{broken = }")

depends = np.zeros((8, 8), int)
for place in range(8):
    other = x.copy()
    other[:, place] = x[:, place, ::-1]
    change = ops.convert_to_numpy(layer(other)) - whole
    depends[:, place] = abs(change).max(axis=(0, 2)) > 1e-5
print(depends)
