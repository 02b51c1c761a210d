import keras

layer = keras.layers.Dense(4)
print("made")
layer([1.0, 2.0, 3.0])
