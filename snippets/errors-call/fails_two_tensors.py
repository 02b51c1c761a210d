import keras

left, right = keras.Input((3,)), keras.Input((2,))
layer = keras.layers.Dense(4)
layer([left, right])
