import warnings

import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(initializer="ones", name="factor")

    def call(self, x):
        return x * self.factor


x = keras.random.normal((6, 3), seed=0)
warnings.simplefilter("error")
layer = Scale()
model = keras.Sequential([layer])
model.compile(loss="mse")
model.fit(x, x, verbose=0)
print(f"{len(layer.trainable_weights) = }")
