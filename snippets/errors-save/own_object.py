import keras


@keras.saving.register_keras_serializable(package="book")
def power(x, exponent):
    return x**exponent


layer = keras.layers.Lambda(power, arguments={"exponent": 2})
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
print(keras.models.load_model("model.keras")(x).shape)
