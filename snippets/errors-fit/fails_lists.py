import keras

x = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
y = [[1.0], [2.0]]
layer = keras.layers.Dense(1)
model = keras.Sequential([layer])
model.compile(loss="mse")
model.fit(x, y, verbose=0)
