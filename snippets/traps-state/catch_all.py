import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Scale(2.0, name="twice")
x = keras.ops.ones((6, 3))
print(f"{Scale.from_config(layer.get_config()).name = }")
