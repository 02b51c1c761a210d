import keras
import numpy as np


@keras.saving.register_keras_serializable("fine-tune")
class Halved(keras.layers.Dense):
    def call(self, x):
        return super().call(x) / 2


def swap(layer):
    is_dense = layer.__class__ is keras.layers.Dense
    return (Halved if is_dense else type(layer)).from_config(layer.get_config())


model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
model.save("model.keras")
known = {"Dense": Halved}
loaded = keras.models.load_model("model.keras", custom_objects=known)
swapped = keras.models.clone_model(loaded, clone_function=swap)
swapped.set_weights(loaded.get_weights())
layer = swapped.layers[0]
x = np.ones((6, 3), "float32")
print(loaded.layers[0].__class__.__name__)
print(layer.__class__.__name__, np.allclose(2 * swapped(x), model(x)))
