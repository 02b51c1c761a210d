import keras


@keras.saving.register_keras_serializable(package="book")
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.middle = self.add_weight(shape=(input_shape[-1],), name="middle")

    def call(self, x):
        return x - self.middle


keras.utils.set_random_seed(0)
layer = Center()
x = keras.random.normal((64, 3), mean=5.0, seed=0)
model = keras.Sequential([layer])
model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
zeros = keras.ops.zeros((64, 3))
model.fit(x, zeros, batch_size=64, epochs=20, verbose=0)
print("mean  ", keras.ops.convert_to_numpy(keras.ops.mean(x, axis=0)).round(2))
print("middle", layer.middle.numpy().round(2))
