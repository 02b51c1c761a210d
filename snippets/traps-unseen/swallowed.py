import keras


def broken(x):
    return no_such_name(x)


model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Lambda(broken), keras.layers.Dense(2)]
)
model.save("model.keras")
print(f"{model.built = }, {model.layers[1].built = }")
try:
    model.predict(keras.ops.ones((6, 3)), verbose=0)
except NameError as error:
    print(type(error).__name__)
