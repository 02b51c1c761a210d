import keras

layer = keras.layers.Dropout(0.5, seed=1)
x = keras.ops.ones((2, 6))
print(layer(x, training=True).numpy())
print(layer(x, training=False).numpy())
