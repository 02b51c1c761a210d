import keras
import numpy as np
from contract import broken_promises
from keras import ops
from lora import LoRA

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")
theirs = keras.layers.Dense(6, activation="tanh")
before = theirs(x)
dense = keras.layers.Dense(6, activation="tanh")
dense.build(x.shape)
dense.set_weights(theirs.get_weights())
layer = LoRA(dense, rank=1, alpha=3)
print(f"{np.allclose(layer(x), before, atol=1e-6) = }")

theirs.enable_lora(rank=1, lora_alpha=3)
layer.up.assign(rng.normal(size=(1, 6)))
theirs.lora_kernel_a.assign(layer.down)
theirs.lora_kernel_b.assign(layer.up)
print(f"{np.allclose(layer(x), theirs(x), atol=1e-5) = }")
print(f"{np.allclose(layer(x), layer.merged()(x), atol=1e-5) = }")

update = ops.matmul(layer.down, layer.up)
kwargs = {"dense": keras.layers.Dense(4), "rank": 2, "alpha": 3}
broken = broken_promises(LoRA, kwargs, (6,))
print(f"{broken = }")
