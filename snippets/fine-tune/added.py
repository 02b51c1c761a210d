import keras
from keras import layers

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model.trainable = False
outer = keras.Sequential([model, layers.Dense(2)])
print("around:", [weight.path for weight in outer.trainable_weights])

model.add(layers.Dense(2))
print("added: ", [weight.path for weight in model.trainable_weights])
print([layer.trainable for layer in model.layers])
