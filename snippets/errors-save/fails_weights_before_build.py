import keras

layer = keras.layers.Dense(4)
model = keras.Sequential([layer])
model.save_weights("model.weights.h5")
