import keras

start = keras.Input((3,))
hidden = keras.layers.Dense(4, name="hidden")(start)
model = keras.Model(start, keras.layers.Dense(1)(hidden))
inner = keras.Model(model.inputs, model.get_layer("hidden").output)
x = keras.random.normal((6, 3), seed=0)
print(f"{tuple(inner(x).shape) = }")
