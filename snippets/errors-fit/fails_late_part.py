import keras

x = keras.random.normal((6, 3), seed=0)
body = keras.layers.Dense(4, trainable=False)
model = keras.Sequential([body, keras.layers.Dense(1)])
model.compile("sgd", loss="mse")
model.fit(x, x[:, :1], verbose=0)
body.trainable = True
model.compile(model.optimizer, loss="mse")
model.fit(x, x[:, :1], verbose=0)
