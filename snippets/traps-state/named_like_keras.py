import keras
from keras import ops


@keras.saving.register_keras_serializable(package="book")
def relu(x):
    return ops.maximum(x, -1.0)


layer = keras.layers.Dense(4, activation=relu)
x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print(f"{loaded.layers[0].activation is relu = }")
print(f"{bool(ops.all(model(x) == loaded(x))) = }")
