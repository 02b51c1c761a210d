import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


layer = Scale(2.0)
x = keras.random.normal((6, 3), seed=0)
print(keras.saving.get_registered_name(Scale))
