import keras


@keras.saving.register_keras_serializable(package="book")
class Unbuilt(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4, dtype=self.dtype_policy)

    def build(self, input_shape):
        pass

    def call(self, x):
        return self.dense(x)


@keras.saving.register_keras_serializable(package="book")
class Built(Unbuilt):
    def build(self, input_shape):
        self.dense.build(input_shape)


x = keras.random.normal((6, 3), seed=0)
for layer in Built(), Unbuilt():
    layer(x)
    layer.save("model.keras")
    loaded = keras.models.load_model("model.keras")
    same = bool(keras.ops.all(layer(x) == loaded(x)))
    print(f"{layer.name = }, {same = }")
