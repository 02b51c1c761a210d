import warnings

import keras


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(name="bias")

    def call(self, x):
        return x


x = keras.random.normal((6, 3), seed=0)
warnings.simplefilter("error")
model = keras.Sequential([Shift(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, x[:, :1], verbose=0)
