import keras

x = keras.ops.ones((1, 3))
start = keras.Input((3,))
model = keras.Model(start, keras.layers.Dense(2)(start))
try:
    model(x, trainning=True)
    print("accepted")
except TypeError as error:
    print("TypeError:", error)
