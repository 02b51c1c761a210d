import keras

narrow = keras.random.normal((6, 3), seed=0)
wide = keras.random.normal((6, 5), seed=0)
layer = keras.layers.Dense(4)
layer(narrow)
layer(wide)
