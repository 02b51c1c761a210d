import keras
import numpy as np
from contract import broken_promises
from sklearn.datasets import load_wine
from standardize import Standardize

x = load_wine().data.astype("float32")
ours = Standardize()
ours.adapt(x[i:i + 32] for i in range(0, len(x), 32))
y = keras.ops.convert_to_numpy(ours(x))
far = x - ours.mean
size = np.sqrt(ours.variance)

print(f"{[weight.name for weight in ours.non_trainable_weights] = }")
print(f"{np.allclose(y, far / size, atol=1e-5) = }")
print(f"{np.allclose(y.mean(axis=0), 0, atol=1e-4) = }")
print(f"{np.allclose(y.var(axis=0), 1, atol=1e-4) = }")
theirs = keras.layers.Normalization()
theirs.adapt(x)
print(f"{np.allclose(y, theirs(x), atol=1e-5) = }")
broken = broken_promises(
    Standardize, {}, x, prepare=lambda layer: layer.adapt(x))
print(f"{broken = }")
