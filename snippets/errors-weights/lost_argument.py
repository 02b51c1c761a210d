import keras


@keras.saving.register_keras_serializable(package="book")
class Affine(keras.layers.Layer):
    def __init__(self, shift=False, **kwargs):
        super().__init__(**kwargs)
        self.shift = shift

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.scale = self.add_weight(shape=shape, initializer="ones")
        if self.shift:
            self.offset = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x):
        y = x * self.scale
        return y + self.offset if self.shift else y

    def get_config(self):
        return {**super().get_config(), "shift": self.shift}


x = keras.random.normal((6, 3), seed=0)
layer = Affine(shift=True)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(bool(keras.ops.all(loaded(x) == model(x))))
