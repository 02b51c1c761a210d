import keras
import numpy as np
from keras import layers


def swapped(layer):
    if isinstance(layer, layers.Dropout):
        return layers.GaussianDropout(0.1, name=layer.name)
    return type(layer).from_config(layer.get_config())


x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([
    keras.Input((3,)), layers.Dense(4), layers.Dropout(0.5),
    layers.Dense(2)])
new = keras.models.clone_model(model, clone_function=swapped)
print([type(layer).__name__ for layer in new.layers])
print(f"{np.allclose(new(x), model(x)) = }")
new.set_weights(model.get_weights())
print(f"{np.allclose(new(x), model(x)) = }")
