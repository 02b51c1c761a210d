import keras

layer = keras.layers.Dense(4)
x = keras.random.normal((6, 3), seed=0)
layer.stateless_call([], [], x)
