import keras


@keras.saving.register_keras_serializable(package="book")
def exponential(x):
    return keras.ops.exp(x)


@keras.saving.register_keras_serializable(package="book")
class Exponential(keras.layers.Layer):
    def call(self, x):
        return keras.ops.exp(x)


x = keras.random.normal((6, 3), seed=0)
for layer in (
    keras.layers.Activation("exponential"),
    keras.layers.Lambda(exponential),
    Exponential(),
):
    keras.Sequential([keras.Input((3,)), layer]).save("model.keras")
    loaded = keras.models.load_model("model.keras")
    same = bool(keras.ops.all(loaded(x) == layer(x)))
    print(f"{type(layer).__name__:11} {same = }")
