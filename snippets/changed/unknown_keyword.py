import keras

x = keras.ops.ones((1, 3))
start = keras.Input((3,))
model = keras.Model(start, keras.layers.Dropout(0.5)(start))
try:
    y = model(x, trainning=True)
    print("nothing dropped:", bool(keras.ops.all(y == x)))
except TypeError as error:
    print("TypeError:", error)
