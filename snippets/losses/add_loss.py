import keras
from keras import ops


class Penalty(keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.01 * ops.mean(x**2))
        return x * 1.0


layer = Penalty()
x = 10 * ops.ones((6, 3))
print(f"{len(layer.losses) = }")
layer(x)
print(f"{[float(loss) for loss in layer.losses] = }")
layer(2 * x)
print(f"{[float(loss) for loss in layer.losses] = }")

inputs = keras.Input((3,))
model = keras.Model(inputs, layer(layer(inputs)))
model(x)
print(f"{[float(loss) for loss in model.losses] = }")
model.compile(loss="mse")
print(f"{model.evaluate(x, x - 1, batch_size=2, verbose=0) = }")
