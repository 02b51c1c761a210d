import pickle

import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return x * self.factor


model = keras.Sequential([keras.Input((3,)), Scale()])
pickle.loads(pickle.dumps(model))
