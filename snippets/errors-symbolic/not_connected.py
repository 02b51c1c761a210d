import keras

base = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(4, name="features"),
    keras.layers.Dense(2),
])
features = keras.Model(base.inputs, base.get_layer("features").output)
x = keras.Input((3,))
model = keras.Model(x, features(x))
print(f"{features.output_shape = }")
print(f"{model.output_shape = }")
