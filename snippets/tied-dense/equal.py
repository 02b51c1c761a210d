import keras
import numpy as np
from contract import broken_promises
from keras import ops
from tied_dense import TiedDense

encode = keras.layers.Dense(4, use_bias=False)
encode.build((None, 6))
x = np.random.default_rng(0).normal(size=(5, 4)).astype("float32")
tied = TiedDense(encode)
y = tied(x)
kernel = ops.convert_to_numpy(encode.kernel)
print(f"{np.allclose(y, x @ kernel.T, atol=1e-5) = }")
encode.kernel.assign(2 * kernel)
print(f"{np.allclose(tied(x), 2 * x @ kernel.T, atol=1e-5) = }")

kwargs = {"tied_to": encode, "activation": "tanh"}
broken = broken_promises(TiedDense, kwargs, (4,))
print(f"{broken = }")
