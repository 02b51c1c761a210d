import keras

x = keras.random.normal((6, 3), seed=0)
model = keras.Sequential([keras.layers.Dense(3)])
model.compile(loss="mse")
model.fit(x, x, verbose=0)
print(f"{model.output_shape = }")
