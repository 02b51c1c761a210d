import keras
from keras import ops


class Contrast(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.amount = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        mean = ops.mean(x, axis=0, keepdims=True)
        return mean + self.amount * (x - mean)


layer = Contrast()
x = ops.array([[1.0, 2.0, 6.0], [3.0, 5.0, 4.0]])
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(keras.optimizers.SGD(0.1), "mse")
history = model.fit(x, 2 * x, epochs=9, verbose=0)
print([round(loss) for loss in history.history["loss"]])
