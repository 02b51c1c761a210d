import numpy as np
from augmentation import RandomShift
from keras import ops
from sklearn.datasets import load_digits

x = load_digits().images[:3, ..., None].astype("float32")
layer = RandomShift(pixels=2, seed=3)
y = ops.convert_to_numpy(layer(x, training=True))
both = np.concatenate([x, y], axis=1)[..., 0]
print(np.concatenate(list(both), axis=1).astype(int))
