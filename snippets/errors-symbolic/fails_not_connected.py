import keras

base = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(4, name="features"),
    keras.layers.Dense(2),
])
x = keras.Input((3,))
model = keras.Model(x, base.get_layer("features").output)
