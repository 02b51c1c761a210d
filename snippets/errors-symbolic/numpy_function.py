import keras

inputs = keras.Input((3,))
outputs = keras.ops.exp(inputs)
model = keras.Model(inputs, outputs)
print(model(keras.random.normal((6, 3), seed=0)).shape)
