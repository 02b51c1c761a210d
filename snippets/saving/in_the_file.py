import json
import zipfile

import keras


@keras.saving.register_keras_serializable(package="book")
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

model.save("model.keras")
with zipfile.ZipFile("model.keras") as file:
    print(file.namelist())
    config = json.loads(file.read("config.json"))
saved = config["config"]["layers"][-1]
print(saved["registered_name"], saved["build_config"])
print(saved["config"]["name"], saved["config"]["trainable"])
