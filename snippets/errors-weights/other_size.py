import keras

four = keras.layers.Dense(4)
keras.Sequential([keras.Input((3,)), four]).save_weights("my.weights.h5")
layer = keras.layers.Dense(4, kernel_initializer="zeros")
keras.Sequential([keras.Input((3,)), layer]).load_weights("my.weights.h5")
x = keras.random.normal((6, 3), seed=0)
print(bool(keras.ops.all(layer(x) == four(x))))
