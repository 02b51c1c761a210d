import numpy as np

import keras


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(shape=shape, name="scale")
        self.offset = self.add_weight(shape=shape, name="offset")

    def call(self, x):
        return x * self.scale + self.offset


model = keras.Sequential([keras.Input((1,)), Affine()])
model.set_weights([np.array([5.0]), np.array([1.0])])
model.save_weights("model.weights.h5")


class Affine(Affine):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.offset = self.add_weight(shape=shape, name="offset")
        self.scale = self.add_weight(shape=shape, name="scale")


layer = Affine()
x = keras.ops.ones((2, 1))
edited = keras.Sequential([keras.Input((1,)), layer])
edited.load_weights("model.weights.h5")
for weight in (*model.weights, *edited.weights):
    print(weight.name, weight.numpy())
print(float(model(10 * x)[0, 0]), float(edited(10 * x)[0, 0]))
