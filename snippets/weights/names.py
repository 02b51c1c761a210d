import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="factor")
        self.shift = self.add_weight(name="factor")
        self.unnamed = self.add_weight()

    def call(self, x):
        return x * self.factor + self.shift * self.unnamed


layer = Scale(name="scale")
x = keras.random.normal((6, 3), seed=0)
layer(x)
print([weight.name for weight in layer.weights])
print([weight.path for weight in layer.weights])

model = keras.Sequential([keras.Input((3,)), Scale(name="inner")], name="m")
print([weight.path for weight in model.weights])
