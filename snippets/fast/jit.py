import keras
import numpy as np

keras.utils.set_random_seed(0)
layer = keras.layers.Dense(4)
model = keras.Sequential([keras.Input((8,)), layer])
x = np.random.default_rng(0).normal(size=(32, 8)).astype("float32")
model.compile()
print(model.jit_compile)
plain = model.predict(x, verbose=0)
model.compile(jit_compile=True)
print(np.allclose(plain, model.predict(x, verbose=0), atol=1e-5))
