import keras


def exponential(x):
    return keras.ops.exp(x)


numbers = keras.ops.array([[-2.0, 0.0, 2.0]])
for layer in (
    keras.layers.Lambda(exponential),
    keras.layers.Lambda(lambda x: keras.ops.exp(x)),
    keras.layers.Activation("exponential"),
):
    y = keras.ops.convert_to_numpy(layer(numbers))
    print(type(layer).__name__, y.round(2), f"{layer.weights = }")
