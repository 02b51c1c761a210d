import keras

power = keras.Variable(1.0)
layer = keras.layers.Lambda(lambda x: keras.ops.exp(x * power))
x = keras.ops.array([[1.0], [2.0]])
y = keras.ops.exp(x * 1.5)

model = keras.Sequential([layer])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=20, verbose=0)
print(f"{layer.weights = }")
print("power =", float(power))
