import keras


@keras.saving.register_keras_serializable(package="book")
def exponential(x):
    return keras.ops.exp(x)


class Subclassed(keras.Model):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def call(self, x):
        return self.layer(x)


layer = keras.layers.Lambda(exponential)
inputs = keras.Input((3,))
models = [
    keras.Sequential([layer]),
    keras.Model(inputs, layer(inputs)),
    Subclassed(layer),
]
x = keras.random.normal((6, 3), seed=0)
for model in models:
    y = model.predict(x, verbose=0)
    same = bool(keras.ops.all(keras.ops.isclose(y, keras.ops.exp(x))))
    print(f"{type(model).__name__:10} {y.shape} {same = }")
