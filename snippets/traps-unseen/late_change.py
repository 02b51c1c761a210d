import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


scale = Scale(2.0)
scale.factor = 5.0
again = Scale.from_config(scale.get_config())
print(f"{scale.factor = }, {again.factor = }")
