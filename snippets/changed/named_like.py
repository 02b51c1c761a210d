import keras
from keras import ops


def relu(x):
    return ops.maximum(x, -1.0)


layer = keras.layers.Dense(4, activation=relu)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
try:
    loaded = keras.models.load_model("model.keras").layers[0]
    print(f"{loaded.activation is relu = }")
except Exception as error:
    print(f"{type(error).__name__}: {str(error).partition('. ')[0][:70]}")
