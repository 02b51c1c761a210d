import keras
import numpy as np


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return x * self.factor


class Scale(Gain):
    pass


x = keras.random.normal((6, 3), seed=0)
old = keras.Sequential([keras.Input((3,)), Gain()])
old.save_weights("old.weights.h5")

editor = keras.saving.KerasFileEditor("old.weights.h5")
editor.summary()
editor.rename_object("layers/gain", "scale")
editor.add_object("layers/dense", {"0": np.ones((3, 2)), "1": np.zeros(2)})
editor.save("new.weights.h5")

new = keras.Sequential([keras.Input((3,)), Scale(), keras.layers.Dense(2)])
new.load_weights("new.weights.h5")
same = np.array_equal(new.layers[0].factor, old.layers[0].factor)
print(f"{same = }, {np.unique(new.layers[1].kernel) = }")
