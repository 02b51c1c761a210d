import json
import zipfile

import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return super().get_config()


layer = Scale(5.0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
file = zipfile.ZipFile("model.keras")
print(sorted(file.namelist()))
written = json.loads(file.read("config.json"))["config"]["layers"][1]
print(f"{written['registered_name'] = }")
print(f"{sorted(written['config']) = }")
