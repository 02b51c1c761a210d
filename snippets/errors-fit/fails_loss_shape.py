import keras

x = keras.random.normal((6, 3), seed=0)
layer = keras.layers.Dense(4)
model = keras.Sequential([layer])
model.compile(loss="mse")
model.fit(x, x, verbose=0)
