import keras


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.gain = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return x * self.gain


x = keras.random.normal((200, 3), seed=0)
layer = Gain()
model = keras.Sequential([keras.Input((3,)), layer])
model.compile(keras.optimizers.SGD(1.0), "mse")
model.fit(x, x * keras.ops.array([5.0, 6.0, 7.0]), epochs=20, verbose=0)
print(layer.gain.numpy().round(1))

again = keras.Sequential([keras.Input((3,)), Gain()])
print(again.layers[0].gain.numpy())
