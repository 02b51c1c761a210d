import keras

inputs = keras.Input((3,))
layer = keras.layers.Lambda(keras.activations.exponential)
outputs = layer(inputs)
model = keras.Model(inputs, outputs)
x = keras.random.normal((6, 3), seed=0)
print(model(x).shape)
