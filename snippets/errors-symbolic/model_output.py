import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
print(model.outputs[0].shape, model.layers[-1].output.shape)
