import keras

optimizer = keras.optimizers.SGD(0.1)
x = keras.random.normal((6, 3), seed=0)
for name in ["teacher", "student"]:
    model = keras.Sequential([keras.layers.Dense(1)], name=name)
    model.compile(optimizer, loss="mse")
    model.fit(x, x[:, :1], verbose=0)
