import keras

layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
layer(keras.Input((3,)))
print(layer.output.shape)
