import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],), name="scale")

    def call(self, x):
        return x * self.scale


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
print(layer(x).shape)
