import keras


@keras.saving.register_keras_serializable(package="book")
class Residual(keras.layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def build(self, input_shape):
        print(f"build, {self.inner.built = }")
        if not self.inner.built:
            self.inner.build(input_shape)

    def call(self, x):
        return x + self.inner(x)

    def get_config(self):
        inner = keras.saving.serialize_keras_object(self.inner)
        return {**super().get_config(), "inner": inner}

    @classmethod
    def from_config(cls, config):
        inner = keras.saving.deserialize_keras_object(config["inner"])
        return cls(**{**config, "inner": inner})


layer = Residual(keras.layers.Dense(3))
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(bool(keras.ops.all(model(x) == loaded(x))))
