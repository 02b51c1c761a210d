import keras

units = 4
print("units =", units)
print(f"{units = }")

layer = keras.layers.Dense(units)
x = keras.ops.ones((6, 3))
y = layer(x)
print(f"{tuple(y.shape) = }")
