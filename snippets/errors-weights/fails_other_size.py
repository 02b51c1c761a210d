import keras

four = keras.layers.Dense(4)
keras.Sequential([keras.Input((3,)), four]).save_weights("my.weights.h5")
five = keras.layers.Dense(5, kernel_initializer="zeros")
keras.Sequential([keras.Input((3,)), five]).load_weights("my.weights.h5")
