import keras

layer = keras.layers.Dense(4)
model = keras.Sequential([layer])
model.export("exported", verbose=0)
