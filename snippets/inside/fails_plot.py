import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
keras.utils.plot_model(model)
