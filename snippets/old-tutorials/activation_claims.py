import keras


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


get = keras.activations.get
print(f"{type(keras.activations).__name__ = }, {type(get).__name__ = }")
print([get(given).__name__ for given in ("relu", keras.ops.tanh, None)])
attempt(lambda: keras.activation)
attempt(lambda: get("relux"))
attempt(lambda: keras.layers.Activation())

given = "relu"
for reload in range(3):
    given = keras.activations.serialize(keras.layers.Activation(given))
    print(f"{str(given).count('Activation') = }")
