import warnings

import keras
import numpy as np
from keras import layers


def make(classes):
    return keras.Sequential([
        keras.Input((3,)), layers.Dense(4), layers.Dense(classes)])


old, new = make(2), make(5)
old.save_weights("old.weights.h5")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", UserWarning)
    new.load_weights("old.weights.h5", skip_mismatch=True)
print(str(caught[-1].message).partition(". ")[0])
for theirs, ours in zip(old.layers, new.layers):
    same = np.array_equal(theirs.kernel, ours.kernel)
    print(f"{ours.name}: {same = }")
