import numpy as np
from contract import broken_promises
from keras import ops
from vector_quantizer import VectorQuantizer

rng = np.random.default_rng(0)
x = rng.normal(size=(6, 4, 3)).astype("float32")
layer = VectorQuantizer(codes=5)
layer.build(x.shape)
codebook = rng.normal(size=(5, 3)).astype("float32")
layer.set_weights([codebook])
y = ops.convert_to_numpy(layer(x))

far = np.square(x[:, :, None] - codebook).sum(axis=-1)
index = far.argmin(axis=-1)
print(f"{np.allclose(y, codebook[index], atol=1e-5) = }")
loss = 1.25 * np.square(x - codebook[index]).mean()
print(f"{np.allclose(layer.losses[0], loss, rtol=1e-5) = }")
print(f"{np.array_equal(layer.nearest(x), index) = }")
broken = broken_promises(VectorQuantizer, {"codes": 5}, (4, 3))
print(f"{broken = }")
