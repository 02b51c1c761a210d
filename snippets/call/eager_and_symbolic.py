import keras


class Double(keras.layers.Layer):
    def call(self, x):
        kind = type(x).__name__
        print(f"  {kind}, {keras.ops.is_tensor(x) = }, {tuple(x.shape) = }")
        return x * 2


layer = Double()
x = keras.random.normal((6, 3), seed=0)
print("eager")
layer(x)
y = layer(x)

print("keras.Input")
inputs = keras.Input((3,))
model = keras.Model(inputs, layer(inputs))

print("predict")
model.predict(x, batch_size=2, verbose=0)
print("predict again")
predicted = model.predict(x, batch_size=2, verbose=0)
print(f"{bool(keras.ops.all(predicted == y)) = }")
