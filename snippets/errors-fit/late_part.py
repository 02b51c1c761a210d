import keras

x = keras.random.normal((6, 3), seed=0)
body = keras.layers.Dense(4, trainable=False)
model = keras.Sequential([body, keras.layers.Dense(1)])
model.compile("sgd", loss="mse")
model.fit(x, x[:, :1], verbose=0)
before = keras.ops.copy(body.kernel)
body.trainable = True
model.compile("sgd", loss="mse")
model.fit(x, x[:, :1], verbose=0)
print(bool(keras.ops.any(body.kernel != before)))
