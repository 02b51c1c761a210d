import json
import zipfile

import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x):
        return x * self.factor


x = keras.random.normal((6, 3), seed=0)
layer = Scale()
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
model.save_weights("model.weights.h5")

with zipfile.ZipFile("model.keras") as file:
    print(file.namelist())
    config = json.loads(file.read("config.json"))
saved = config["config"]["layers"][-1]
for key in ("module", "class_name", "registered_name", "build_config"):
    print(key, "=", saved[key])

layer.factor.assign([5.0, 6.0, 7.0])
model.load_weights("model.weights.h5")
print(layer.factor.numpy())
