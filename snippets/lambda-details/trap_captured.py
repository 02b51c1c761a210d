import keras

factor = keras.Variable([1.0, 1.0, 1.0], name="factor")
layer = keras.layers.Lambda(lambda x: keras.ops.exp(x * factor))
x = keras.random.normal((6, 3), seed=0)
y = keras.ops.zeros((6, 3))

model = keras.Sequential([keras.Input((3,)), layer])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=5, verbose=0)
print(f"{layer.weights = }")
print(f"{factor.numpy() = }")
