import keras


@keras.saving.register_keras_serializable(package="book")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        base = super().get_config()
        return {**base, "factor": self.factor}


layer = Scale(5.0)
x = keras.ops.ones((1, 3))
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(model.predict(x, verbose=0))
print(loaded.predict(x, verbose=0))
