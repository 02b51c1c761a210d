import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.save_weights("model.weights.h5")
layer = keras.layers.Dense(4)
fresh = keras.Sequential([layer])
fresh.load_weights("model.weights.h5")
