import h5py
import keras


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(4)
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


x = keras.random.normal((6, 3), seed=0)
old = keras.Sequential([keras.Input((3,)), Block()])
old.save_weights("model.weights.h5")


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.project = keras.layers.Dense(4)
        self.project.build(input_shape)

    def call(self, x):
        return self.project(x)


with h5py.File("model.weights.h5", "r+") as file:
    file.move("layers/block/dense", "layers/block/project")
layer = Block()
new = keras.Sequential([keras.Input((3,)), layer])
new.load_weights("model.weights.h5")
print(bool(keras.ops.all(new(x) == old(x))))
