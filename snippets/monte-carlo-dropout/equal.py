import keras
import numpy as np
from contract import broken_promises
from keras import ops
from monte_carlo_dropout import MCDropout, sampled

x = np.random.default_rng(0).normal(size=(200, 3)).astype("float32")
dropout = keras.layers.Dropout(0.25, seed=1)
dropped = ops.convert_to_numpy(dropout(x, training=True))
y = ops.convert_to_numpy(MCDropout(0.25, seed=1)(x))
print(f"{np.array_equal(y, dropped) = }")

model = keras.Sequential([keras.Input((3,)), MCDropout(0.25, seed=1)])
answers = [ops.convert_to_numpy(model(x)) for _ in range(50)]
answers = np.stack(answers)
expected = np.abs(x) * np.sqrt(0.25 / 0.75)
deviation = answers.std(axis=0)
print(f"{bool(abs((deviation / expected).mean() - 1) < 0.02) = }")
mean, deviation = sampled(model, x, times=5)
print(f"{answers.shape = }, {mean.shape = }, {deviation.shape = }")
broken = broken_promises(MCDropout, {"rate": 0.25}, (3,), random=True)
print(f"{broken = }")
