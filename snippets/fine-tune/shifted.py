import warnings

import keras
import numpy as np
from keras import layers


def make(*names):
    return keras.Sequential([
        keras.Input((4,)),
        *(layers.Dense(4, name=name) for name in names)])


warnings.simplefilter("ignore")
old, new = make("first", "second"), make("first", "added", "second")
old.save_weights("old.weights.h5")
new.load_weights("old.weights.h5", skip_mismatch=True)
for ours in new.layers:
    source = [
        theirs.name for theirs in old.layers
        if np.array_equal(theirs.kernel, ours.kernel)]
    print(f"{ours.name:7} has the kernel of {source}")
