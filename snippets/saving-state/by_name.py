import h5py
import keras


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(shape=shape, name="scale")
        self.offset = self.add_weight(shape=shape, name="offset")

    def call(self, x):
        return x * self.scale + self.offset

    def save_own_variables(self, store):
        for weight in self.weights:
            store[weight.name] = weight.numpy()

    def load_own_variables(self, store):
        for weight in self.weights:
            weight.assign(store[weight.name])


keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((1,)), Affine()])
model.save_weights("model.weights.h5")
with h5py.File("model.weights.h5") as file:
    print(list(file["layers/affine/vars"]))


class Affine(Affine):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.offset = self.add_weight(shape=shape, name="offset")
        self.scale = self.add_weight(shape=shape, name="scale")


layer = Affine()
x = keras.random.normal((6, 1), seed=0)
edited = keras.Sequential([keras.Input((1,)), layer])
edited.load_weights("model.weights.h5")
print(f"{bool(keras.ops.all(edited(x) == model(x))) = }")
