import keras


@keras.saving.register_keras_serializable(package="book")
class Halves(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return keras.ops.full(shape, 0.5, dtype=dtype)


x = keras.random.normal((6, 3), seed=0)
layer = keras.layers.Dense(4, kernel_initializer=Halves())
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(bool(keras.ops.all(loaded(x) == model(x))))
