import keras

inputs = keras.Input((3,))
layer = keras.layers.Dense(4)
model = keras.Model(inputs, layer(inputs))
for layer in model.layers[1:]:
    print(layer.name, layer.output_shape)
