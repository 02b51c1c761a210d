import keras

left, right = keras.Input((3,)), keras.Input((2,))
layer = keras.layers.Dense(4)
together = keras.layers.Concatenate()([left, right])
print(together.shape, layer(together).shape)
