import keras
from keras import layers

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model.layers[0].kernel.trainable = False
print([weight.path for weight in model.trainable_weights])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print([weight.path for weight in loaded.trainable_weights])
