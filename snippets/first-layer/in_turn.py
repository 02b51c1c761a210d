import keras

model = keras.Sequential([
    keras.layers.Rescaling(1 / 24),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
hours = keras.ops.array([[0.0], [6.0], [12.0]])
values = hours
for layer in model.layers:
    values = layer(values)
    print(f"{layer.name:10} {tuple(values.shape)}")
print("same:", bool(keras.ops.all(values == model(hours))))
