import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
model.save("hf://somebody/some-model")
