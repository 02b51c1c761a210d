import keras


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


x = keras.random.normal((6, 3), seed=0)
exponential = keras.layers.Lambda(lambda x: keras.ops.exp(x))
prelu = keras.layers.PReLU()
prelu(x)
print(f"{tuple(exponential(x).shape) = }, {exponential.name = }")
print(f"{keras.layers.ReLU().weights = }, {keras.layers.Flatten().weights = }")
print(f"{len(prelu.weights) = }, {keras.layers.Conv2D.__name__ = }")
attempt(lambda: keras.layers.exponential)
attempt(lambda: keras.layers.Conv)

keras.Sequential([keras.Input((3,)), exponential]).save("lambda.keras")
attempt(lambda: keras.models.load_model("lambda.keras"))

layer = keras.layers.Activation("exponential")
keras.Sequential([keras.Input((3,)), layer]).save("activation.keras")
print(f"{keras.models.load_model('activation.keras').output_shape = }")
