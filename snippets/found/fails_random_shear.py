import keras

shear = keras.layers.RandomShear(x_factor=0.5, y_factor=0.5)
keras.layers.RandomShear.from_config(shear.get_config())
