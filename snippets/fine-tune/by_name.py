import keras
import numpy as np
from keras import layers


def make(*names):
    return keras.Sequential([
        keras.Input((4,)),
        *(layers.Dense(4, name=name) for name in names)])


old, new = make("first", "second"), make("first", "added", "second")
for layer in old.layers:
    new.get_layer(layer.name).set_weights(layer.get_weights())
last = np.array_equal(new.layers[-1].kernel, old.layers[-1].kernel)
print(f"{last = }")
