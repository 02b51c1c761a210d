import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Scale(5.0, name="five")
x = keras.random.normal((6, 3), seed=0)
config = layer.get_config()
for key in sorted(config):
    print(key, "=", config[key])

copy = Scale.from_config(config)
print(f"{copy.name = }, {copy.factor = }")
