import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.mine = []
        self.scale = self.add_weight(shape=(input_shape[-1],),
                                     initializer="ones", name="scale")

    def call(self, x):
        return x * self.scale


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(keras.optimizers.SGD(0.5), "mse")
model.fit(x, 2 * x, epochs=30, verbose=0)
print(f"{len(layer.weights) = }")
print(keras.ops.convert_to_numpy(layer.scale).round(1))
