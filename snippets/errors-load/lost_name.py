import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
def exp(x):
    return ops.exp(x)


layer = keras.layers.Lambda(exp)
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
print(keras.models.load_model("model.keras")(x).shape)
