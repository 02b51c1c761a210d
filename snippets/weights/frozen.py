import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(initializer="ones")
        self.fixed = self.add_weight(initializer="ones", trainable=False)

    def call(self, x):
        return x * self.factor * self.fixed


def learned():
    before = float(layer.factor)
    model.fit(x, 2 * x, verbose=0)
    return before != float(layer.factor)


layer = Scale()
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(3)])
model.compile(optimizer="sgd", loss="mse")
print(f"{len(layer.trainable_weights) = }, {learned() = }")
layer.trainable = False
print(f"{len(layer.trainable_weights) = }, {learned() = }")
model.compile(optimizer="sgd", loss="mse")
print(f"{len(layer.trainable_weights) = }, {learned() = }")
layer.trainable = True
print(f"{len(layer.trainable_weights) = }, {layer.fixed.trainable = }")
