import keras

layer = keras.layers.Dense(4)
layer(keras.random.normal((6, 3), seed=0))
print(layer.output.shape)
