import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__()

    def build(self, input_shape):
        self.scale = self.add_weight(shape=input_shape[-1:], initializer="ones")

    def call(self, x):
        return x * self.scale


layer = Scale(name="frozen", trainable=False)
x = keras.random.normal((6, 3), seed=0)
layer(x)
print(f"{layer.name = }, {len(layer.trainable_weights) = }")
