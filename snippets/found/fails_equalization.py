import keras

inputs = keras.Input((8, 8, 3))
keras.Model(inputs, keras.layers.Equalization()(inputs))
